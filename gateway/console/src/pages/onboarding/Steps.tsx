import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationDetail, Checked, StepView } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import type { Items } from '../../api/types';
import { words } from '../../format/names';
import { span } from '../../format/time';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { useDeed } from '../../parts/deed';
import { ProblemBox } from '../../parts/ProblemBox';
import { Badge, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { isOpen, VERDICTS } from './procedure';

/** What the service looks at by itself. Nothing is ticked; what an operator waives is said to be waived. */
export function Steps({ of, path }: { of: ApplicationDetail; path: string }) {
  return (
    <Section title="Steps">
      {of.steps.length === 0 && <Nothing>No step is open yet.</Nothing>}
      {of.steps.map((one) => (
        <Step key={one.step} of={one} application={of} path={path} />
      ))}
    </Section>
  );
}

function tone(step: StepView): 'good' | 'over' | 'busy' {
  if (step.standing === 'WAIVED') return 'over';
  return step.doneAt === null ? 'busy' : 'good';
}

function Step({ of, application, path }: { of: StepView; application: ApplicationDetail; path: string }) {
  const { client, acts } = useSession();
  const queries = useQueryClient();
  const check = useDeed();
  const [waiving, setWaiving] = useState(false);
  const [said, setSaid] = useState('');
  const at = `${path}/steps/${of.step}`;
  const name = words(of.step);
  const open = isOpen(of, application);

  async function look() {
    setSaid('');
    await check.run(async () => {
      const after = await client.change<ApplicationDetail>('POST', `${at}/check`);
      queries.setQueryData([path], after);
      setSaid(summary(after?.steps.find((one) => one.step === of.step)?.latest));
    });
  }

  async function waive(reason: string) {
    queries.setQueryData([path], await client.change<ApplicationDetail>('POST', `${at}/waive`, { reason }));
    await queries.invalidateQueries();
  }

  return (
    <details className="step" open={open && of.latest !== null}>
      <summary>
        {name} <Badge tone={tone(of)}>{words(of.standing)}</Badge> <span className="muted">{span(of.seconds)}</span>
      </summary>
      {open && (
        <p className="actions">
          <button type="button" className="primary" onClick={() => void look()} disabled={check.busy}>
            {check.busy ? 'Looking…' : 'Check now'}
            <span className="hidden"> whether {name} is done</span>
          </button>
          {acts && (
            <button type="button" className="danger" onClick={() => setWaiving(true)}>
              Waive…<span className="hidden"> {name}</span>
            </button>
          )}
        </p>
      )}
      <p role="status" className={said === '' ? 'hidden' : ''}>
        {said}
      </p>
      {check.problem && <ProblemBox problem={check.problem} />}
      {of.latest === null ? <Nothing>It was not checked yet.</Nothing> : <Findings of={of.latest} step={name} />}
      {of.latest !== null && <Earlier at={at} step={name} latest={of.latest} />}
      {waiving && (
        <Confirm title={`Waive ${name.toLowerCase()}?`} deed="Waive" longest={2000} hurts act={waive} close={() => setWaiving(false)}>
          <p>It counts as done, and everybody sees that you said so and why.</p>
        </Confirm>
      )}
    </details>
  );
}

function summary(checked: Checked | null | undefined): string {
  if (!checked) return '';
  const open = checked.findings.filter((one) => one.verdict !== 'PASS').length;
  return open === 0 ? `All ${checked.findings.length} findings are as they should be.` : `${open} of ${checked.findings.length} findings are not as they should be.`;
}

function Findings({ of, step }: { of: Checked; step: string }) {
  return (
    <>
      <p className="muted">
        Looked at <Time at={of.at} /> by {of.actor}, in {of.tookMs} ms: <Badge tone={VERDICTS[of.verdict]}>{words(of.verdict)}</Badge>
      </p>
      <Table caption={`What a check of ${step} found`} head={['Requirement', 'Verdict', 'What', 'Expected', 'Found']}>
        {of.findings.map((finding, place) => (
          <tr key={place}>
            <td>{finding.id}</td>
            <td>
              <Badge tone={VERDICTS[finding.verdict]}>{words(finding.verdict)}</Badge>
            </td>
            <td>{finding.what}</td>
            <td className="long">{finding.expected}</td>
            <td className="long">{finding.found}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Earlier({ at, step, latest }: { at: string; step: string; latest: Checked }) {
  const [open, setOpen] = useState(false);
  const checks = useGet<Items<Checked>>(`${at}/checks`, { when: open });
  return (
    <details className="step" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Earlier checks</summary>
      {open && (
        <Answer of={checks} what="earlier checks">
          {(found) => {
            const earlier = found.items.filter((one) => one.at !== latest.at);
            return earlier.length === 0 ? (
              <Nothing>There is none.</Nothing>
            ) : (
              <>
                {earlier.map((one) => (
                  <details key={one.at} className="step">
                    <summary>
                      <Time at={one.at} /> <Badge tone={VERDICTS[one.verdict]}>{words(one.verdict)}</Badge> <span className="muted">{one.actor}</span>
                    </summary>
                    <Findings of={one} step={step} />
                  </details>
                ))}
              </>
            );
          }}
        </Answer>
      )}
    </details>
  );
}
