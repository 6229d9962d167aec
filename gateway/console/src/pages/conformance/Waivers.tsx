import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Demands, Waivers as Said } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { Badge, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { title } from './progress';

const LONGEST = 2000;

/** Says something of a requirement, and has everything asked anew: the latest report has another version now. */
function useWord(base: string) {
  const { client } = useSession();
  const queries = useQueryClient();
  return async (requirement: string, waived: boolean, reason: string) => {
    const at = `${base}/waivers/${requirement}`;
    await (waived ? client.change<Said>('PUT', at, { reason }) : client.change<Said>('POST', `${at}/end`, { reason }));
    await queries.invalidateQueries();
  };
}

/** For an operator, beside what is not met; nothing where it is waived already. */
export function WaiveButton({ base, requirement, title: words }: { base: string; requirement: string; title: string }) {
  const say = useWord(base);
  const waivers = useGet<Said>(`${base}/waivers`);
  const [asking, setAsking] = useState(false);
  if (waivers.data?.standing.some((one) => one.requirement === requirement)) {
    return <Badge tone="over">Waived</Badge>;
  }
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        Waive…<span className="hidden"> {requirement}</span>
      </button>
      {asking && (
        <Confirm title={`Waive ${requirement}?`} deed="Waive" longest={LONGEST} hurts act={(reason) => say(requirement, true, reason)} close={() => setAsking(false)}>
          <p>{words}. The latest complete report gets a new version in which it is waived, with your name and reason.</p>
        </Confirm>
      )}
    </>
  );
}

/** What an operator accepted though it is not met, and everything that was said about that. */
export function Waivers({ base, demands }: { base: string; demands: Demands }) {
  const say = useWord(base);
  const waivers = useGet<Said>(`${base}/waivers`, { every: 30_000 });
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <Section title="Waived requirements">
      <Answer of={waivers} what="waivers">
        {(found) => (
          <>
            {found.standing.length === 0 ? (
              <Nothing>Nothing is waived.</Nothing>
            ) : (
              <Table caption="Waivers that stand" head={['Requirement', 'Because', 'By', ...(demands.mayWaive ? ['Decide'] : [])]}>
                {found.standing.map((one) => (
                  <tr key={one.requirement}>
                    <td>
                      <strong>{one.requirement}</strong> <div className="muted">{title(demands, one.requirement)}</div>
                    </td>
                    <td className="long">{one.reason}</td>
                    <td>{one.by}</td>
                    {demands.mayWaive && (
                      <td className="actions">
                        <button type="button" onClick={() => setEnding(one.requirement)}>
                          End…<span className="hidden"> the waiver of {one.requirement}</span>
                        </button>
                      </td>
                    )}
                  </tr>
                ))}
              </Table>
            )}
            {found.said.length > 0 && (
              <details className="step">
                <summary>All that was said</summary>
                <Table caption="Waivers, and their ends" head={['When', 'Who', 'What', 'Because']}>
                  {found.said.map((one) => (
                    <tr key={one.at + one.requirement}>
                      <td>
                        <Time at={one.at} />
                      </td>
                      <td>{one.actor}</td>
                      <td>
                        {one.requirement} {one.waived ? 'waived' : 'demanded again'}
                      </td>
                      <td className="long">{one.reason}</td>
                    </tr>
                  ))}
                </Table>
              </details>
            )}
          </>
        )}
      </Answer>
      {ending !== null && (
        <Confirm title={`Demand ${ending} again?`} deed="End the waiver" longest={LONGEST} act={(reason) => say(ending, false, reason)} close={() => setEnding(null)}>
          <p>The latest complete report gets a new version, in which it stands as it was found.</p>
        </Confirm>
      )}
    </Section>
  );
}
