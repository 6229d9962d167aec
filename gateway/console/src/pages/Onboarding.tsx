import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFind, useGet } from '../api/queries';
import type { Application, ApplicationDetail, Items, ReportVersion } from '../api/types';
import { words } from '../format/names';
import type { Tone } from '../format/standing';
import { span } from '../format/time';
import { Answer, Facts, Nothing, Section, Table } from '../parts/blocks';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { Badge, Time } from '../parts/values';
import { useSession } from '../session/session';

const STAGES: Record<string, Tone> = {
  LIVE: 'good',
  SUSPENDED: 'bad',
  RETIRED: 'over',
  REJECTED: 'bad',
  WITHDRAWN: 'over',
};
const VERDICTS: Record<string, Tone> = { PASS: 'good', FAIL: 'bad', WAIVED: 'over', UNKNOWN: 'waits' };

/** Chains that want to take part, how far each is, and their reports. */
export default function Onboarding() {
  const { id } = useParams();
  useTitle('Onboarding');
  return id === undefined ? <Applications /> : <Detail id={id} />;
}

function Applications() {
  const applications = useGet<Items<Application>>('/v1/onboarding/applications?limit=200', { every: 30_000 });
  return (
    <>
      <h1>Onboarding</h1>
      <Section title="Applications">
        <Answer of={applications} what="applications">
          {(found) =>
            found.items.length === 0 ? (
              <Nothing>Nobody applied.</Nothing>
            ) : (
              <Table caption="Applications, the newest first" head={['Chain', 'Stage', 'By', { number: 'Chain id' }, 'Applied']}>
                {found.items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to={`/onboarding/${one.id}`}>{one.chain}</Link>
                    </td>
                    <td>
                      <Badge tone={STAGES[one.stage] ?? 'busy'}>{words(one.stage)}</Badge>
                    </td>
                    <td>{one.owner}</td>
                    <td className="number">{one.chainId}</td>
                    <td>
                      <Time at={one.appliedAt} />
                    </td>
                  </tr>
                ))}
              </Table>
            )
          }
        </Answer>
      </Section>
    </>
  );
}

function Detail({ id }: { id: string }) {
  const application = useGet<ApplicationDetail>(`/v1/onboarding/applications/${encodeURIComponent(id)}`, { every: 15_000 });
  return (
    <>
      <p>
        <Link to="/onboarding">← Applications</Link>
      </p>
      <Answer of={application} what="the application">
        {(found) => (
          <>
            <div className="head">
              <h1>{found.paper.chain ?? 'Application'}</h1>
              <Badge tone={STAGES[found.stage] ?? 'busy'}>{words(found.stage)}</Badge>
            </div>
            <Section title="Application">
              <Facts
                of={[
                  ['By', found.owner],
                  ['Chain id', found.paper.chainId ?? null],
                  ['Applied', <Time at={found.appliedAt} />],
                  ['Call', found.callAt && <Time at={found.callAt} />],
                ]}
              />
            </Section>
            <Reports id={found.id} />
            <Steps steps={found.steps} />
            <Section title="Stages">
              <Table caption="Every stage it was in" head={['Stage', 'Since', 'Until', { number: 'Took' }]}>
                {found.stages.map((one) => (
                  <tr key={one.stage + one.since}>
                    <td>{words(one.stage)}</td>
                    <td>
                      <Time at={one.since} />
                    </td>
                    <td>{one.until === null ? 'now' : <Time at={one.until} />}</td>
                    <td className="number">{span(one.seconds)}</td>
                  </tr>
                ))}
              </Table>
            </Section>
            <Section title="What was done and said">
              <Table caption="The application's audit" head={['When', 'Who', 'What', 'Said']}>
                {found.entries.map((one, place) => (
                  <tr key={place}>
                    <td>
                      <Time at={one.at} />
                    </td>
                    <td>{one.actor}</td>
                    <td>
                      {words(one.action)}
                      {one.step && <span className="muted"> {words(one.step)}</span>}
                    </td>
                    <td>{one.said}</td>
                  </tr>
                ))}
              </Table>
            </Section>
          </>
        )}
      </Answer>
    </>
  );
}

function Steps({ steps }: { steps: ApplicationDetail['steps'] }) {
  return (
    <Section title="Steps">
      {steps.length === 0 && <Nothing>No step is open yet.</Nothing>}
      {steps.map((one) => (
        <details key={one.step} className="step">
          <summary>
            {words(one.step)} <Badge tone={one.doneAt === null ? 'busy' : 'good'}>{words(one.standing)}</Badge>{' '}
            <span className="muted">{span(one.seconds)}</span>
          </summary>
          {one.latest === null ? (
            <Nothing>It was not checked yet.</Nothing>
          ) : (
            <Table caption={`What the last check of ${words(one.step)} found`} head={['Requirement', 'Verdict', 'What', 'Expected', 'Found']}>
              {one.latest.findings.map((finding) => (
                <tr key={finding.id + finding.what}>
                  <td>{finding.id}</td>
                  <td>
                    <Badge tone={VERDICTS[finding.verdict] ?? 'waits'}>{words(finding.verdict)}</Badge>
                  </td>
                  <td>{finding.what}</td>
                  <td>{finding.expected}</td>
                  <td>{finding.found}</td>
                </tr>
              ))}
            </Table>
          )}
        </details>
      ))}
    </Section>
  );
}

const FORMS = ['html', 'pdf', 'json'] as const;

function Reports({ id }: { id: string }) {
  const { client } = useSession();
  const base = `/v1/onboarding/applications/${encodeURIComponent(id)}/conformance/reports`;
  const reports = useFind<Items<ReportVersion>>(base, { every: 30_000 });
  const [problem, setProblem] = useState<unknown>(null);

  async function save(version: number, form: (typeof FORMS)[number]) {
    setProblem(null);
    try {
      const url = URL.createObjectURL(await client.file(`${base}/${version}/report.${form}`));
      const link = document.createElement('a');
      link.href = url;
      link.download = `conformance-${version}.${form}`;
      link.click();
      URL.revokeObjectURL(url);
    } catch (thrown) {
      setProblem(thrown);
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
            <Table caption="Versions of the report, the newest first" head={[{ number: 'Version' }, 'Verdict', 'Because', 'Looked at', 'When', 'Download']}>
              {found.items.map((one) => (
                <tr key={one.version}>
                  <td className="number">{one.version}</td>
                  <td>
                    <Badge tone={VERDICTS[one.verdict] ?? 'waits'}>{words(one.verdict)}</Badge>
                  </td>
                  <td>{words(one.because)}</td>
                  <td>{one.complete ? 'everything' : 'some areas'}</td>
                  <td>{one.at ? <Time at={one.at} /> : '—'}</td>
                  <td className="actions">
                    {FORMS.map((form) => (
                      <button key={form} type="button" onClick={() => void save(one.version, form)}>
                        <span className="hidden">Report {one.version} as </span>
                        {form.toUpperCase()}
                      </button>
                    ))}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}
