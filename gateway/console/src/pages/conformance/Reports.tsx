import { useState } from 'react';
import type { ReportVersion } from '../../api/onboarding';
import { Problem } from '../../api/problem';
import { useFind } from '../../api/queries';
import type { Items } from '../../api/types';
import { words } from '../../format/names';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { ProblemBox } from '../../parts/ProblemBox';
import { Badge, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { VERDICTS } from '../onboarding/procedure';
import { Differences } from './Differences';

/** A report's forms: what it is called here, and its file. */
const FORMS = [
  ['HTML', 'report.html'],
  ['PDF', 'report.pdf'],
  ['JSON', 'report.json'],
  ['Signature', 'report.json.sig'],
  ['Badge', 'badge.svg'],
] as const;

/** Versions of the report, to keep, and what changed between them. */
export function Reports({ base }: { base: string }) {
  const { client } = useSession();
  const reports = useFind<Items<ReportVersion>>(`${base}/reports`, { every: 30_000 });
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(version: number, file: string) {
    setProblem(null);
    try {
      const url = URL.createObjectURL(await client.file(`${base}/reports/${version}/${file}`));
      const link = document.createElement('a');
      link.href = url;
      link.download = `conformance-${version}-${file}`;
      link.click();
      URL.revokeObjectURL(url);
    } catch (thrown) {
      setProblem(Problem.from(thrown));
    }
  }

  return (
    <Section title="Conformance reports">
      {problem !== null && <ProblemBox problem={problem} />}
      <Answer of={reports} what="reports">
        {(found) =>
          found === null || found.items.length === 0 ? (
            <Nothing>No run has ended yet.</Nothing>
          ) : (
            <>
              <Table
                caption="Versions of the report, the newest first"
                head={[{ number: 'Version' }, 'Verdict', 'Requirements', 'Stands worse', 'Because', 'When', 'Download']}
              >
                {found.items.map((one) => (
                  <tr key={one.version}>
                    <td className="number">{one.version}</td>
                    <td>
                      <Badge tone={VERDICTS[one.verdict]}>{words(one.verdict)}</Badge>
                      {!one.complete && <div className="muted">some areas</div>}
                    </td>
                    <td>
                      {one.counts.met} met, {one.counts.broken} broken
                      <div className="muted">
                        {one.counts.waived} waived, {one.counts.unknown} not known
                      </div>
                    </td>
                    <td>
                      {one.worse.length === 0 ? '—' : one.worse.map((worse) => worse.requirement).join(', ')}
                      {one.worse.length > 0 && <div className="muted">than version {one.measure}</div>}
                    </td>
                    <td>{words(one.because)}</td>
                    <td>
                      <Time at={one.at} />
                    </td>
                    <td className="actions files">
                      {FORMS.map(([name, file]) => (
                        <button key={file} type="button" onClick={() => void save(one.version, file)}>
                          <span className="hidden">Report {one.version} as </span>
                          {name}
                        </button>
                      ))}
                    </td>
                  </tr>
                ))}
              </Table>
              <Differences base={base} versions={found.items} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}
