import { useState } from 'react';
import { query } from '../../api/client';
import type { Change, Difference, ReportVersion, Verdict } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import { words } from '../../format/names';
import { Answer, Nothing, Table } from '../../parts/blocks';
import { Badge } from '../../parts/values';
import { VERDICTS } from '../onboarding/procedure';
import { lastTwo } from './progress';

/** What is otherwise in a later version. */
export function Differences({ base, versions }: { base: string; versions: readonly ReportVersion[] }) {
  const two = lastTwo(versions);
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<{ from: number; to: number } | null>(null);
  const pair = picked ?? two;
  if (pair === null) return null;
  return (
    <details className="step" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What changed between versions</summary>
      {open && (
        <>
          <p className="filters">
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {words(end)} version
                <select value={pair[end]} onChange={(event) => setPicked({ ...pair, [end]: Number(event.target.value) })}>
                  {versions.map((one) => (
                    <option key={one.version} value={one.version}>
                      {one.version}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </p>
          <Between base={base} {...pair} />
        </>
      )}
    </details>
  );
}

function Between({ base, from, to }: { base: string; from: number; to: number }) {
  const difference = useGet<Difference>(`${base}/diff${query({ from, to })}`);
  return (
    <Answer of={difference} what="the difference">
      {(found) => (
        <>
          <p>
            <Stand of={found.before} /> → <Stand of={found.after} />
          </p>
          <Changes what="Broke" of={found.broken} />
          <Changes what="Mended" of={found.mended} />
          <Changes what="Otherwise" of={found.others} />
          {found.figures.length > 0 && (
            <>
              <h3>Figures</h3>
              <Table caption="Figures that changed by more than a tenth" head={['Requirement', 'Figure', { number: 'Before' }, { number: 'After' }]}>
                {found.figures.map((one) => (
                  <tr key={one.requirement + one.name}>
                    <td>{one.requirement}</td>
                    <td>{one.name}</td>
                    <td className="number">{one.before}</td>
                    <td className="number">{one.after}</td>
                  </tr>
                ))}
              </Table>
            </>
          )}
          {[found.broken, found.mended, found.others, found.figures].every((list) => list.length === 0) && <Nothing>Nothing is otherwise.</Nothing>}
        </>
      )}
    </Answer>
  );
}

function Stand({ of }: { of: Verdict | null | undefined }) {
  return of ? <Badge tone={VERDICTS[of]}>{words(of)}</Badge> : <span className="muted">not looked at</span>;
}

function Changes({ what, of }: { what: string; of: readonly Change[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h3>{what}</h3>
      <Table caption={what} head={['Requirement', 'Before', 'After', 'Because']}>
        {of.map((one) => (
          <tr key={one.requirement}>
            <td>
              <strong>{one.requirement}</strong> <div className="muted">{one.title}</div>
            </td>
            <td>
              <Stand of={one.before} />
            </td>
            <td>
              <Stand of={one.after} />
            </td>
            <td className="long">{one.reason}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
