import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Demands, Found, Run } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import type { Items } from '../../api/types';
import { words } from '../../format/names';
import { span } from '../../format/time';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { TextField } from '../../parts/fields';
import { Badge, Time } from '../../parts/values';
import { VERDICTS } from '../onboarding/procedure';
import { useSession } from '../../session/session';
import { areas, isOver, tally, title, trialOf, worstFirst } from './progress';
import { WaiveButton } from './Waivers';

const SOON = 2_000;

interface Props {
  base: string;
  demands: Demands;
  tried: boolean;
}

/** Asks for runs, follows the one under way, shows what came of those before. */
export function Runs({ base, demands, tried }: Props) {
  const runs = useGet<Items<Run>>(`${base}/runs`, { every: 15_000 });
  const [asking, setAsking] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <Section
      title="Conformance runs"
      aside={
        demands.mayRun && (
          <button type="button" className="primary" onClick={() => setAsking(true)}>
            Ask for a run…
          </button>
        )
      }
    >
      <Answer of={runs} what="runs">
        {(found) => {
          const [newest, ...earlier] = found.items;
          return newest === undefined ? (
            <Nothing>There was no run yet.</Nothing>
          ) : (
            <>
              <One key={newest.id} run={newest} base={base} demands={demands} />
              {earlier.length > 0 && (
                <details className="step">
                  <summary>Earlier runs</summary>
                  <Table caption="Earlier runs" head={['Asked', 'By', 'Looked at', 'Came to', 'Findings']}>
                    {earlier.map((one) => (
                      <tr key={one.id}>
                        <td>
                          <Time at={one.askedAt} />
                        </td>
                        <td>{one.actor}</td>
                        <td>{one.areas.length === 0 ? 'everything' : one.areas.join(', ')}</td>
                        <td>
                          <StateBadge of={one} />
                        </td>
                        <td className="actions">
                          <button type="button" aria-expanded={picked === one.id} onClick={() => setPicked(picked === one.id ? null : one.id)}>
                            {picked === one.id ? 'Hide' : 'Show'}
                            <span className="hidden"> what the run of {one.askedAt} found</span>
                          </button>
                        </td>
                      </tr>
                    ))}
                  </Table>
                  {earlier.filter((one) => one.id === picked).map((one) => <One key={one.id} run={one} base={base} demands={demands} />)}
                </details>
              )}
            </>
          );
        }}
      </Answer>
      {asking && <Ask base={base} demands={demands} tried={tried} close={() => setAsking(false)} />}
    </Section>
  );
}

function Ask({ base, demands, tried, close }: Props & { close: () => void }) {
  const { client } = useSession();
  const queries = useQueryClient();

  async function ask(given: FormData) {
    const body = tried ? { trial: trialOf(given) } : { areas: given.getAll('area') };
    await client.change<Run>('POST', `${base}/runs`, body);
    await queries.invalidateQueries({ queryKey: [`${base}/runs`] });
  }

  return (
    <Confirm title="Ask for a conformance run?" deed="Ask" reason="none" act={(_, given) => ask(given)} close={close}>
      {tried ? (
        <>
          <p>It is tried by its own code on a fork of its chain. A handler of tokens with a route needs none of these.</p>
          <TextField label="Peer" at="trial.peer" optional hint="Whose messages it takes, Chain:0x…; the source of its first active route when left out" />
          <TextField label="Gas of an ordinary delivery" at="trial.gas" type="number" optional />
          <TextField label="A message as its peer sends it" at="trial.message" optional hint="The whole MessageV1, 0x…; for handlers that move no token" />
          <TextField label="Payload type of that message" at="trial.payloadType" type="number" optional />
          <TextField label="Call data that makes it send" at="trial.send" optional hint="0x…; for handlers without cross_chain_erc20_settlement" />
        </>
      ) : (
        <>
          <p>Its nodes are asked everything that is demanded. A run of some areas alone opens no gate.</p>
          <fieldset>
            <legend>Only these areas (everything when none is chosen)</legend>
            <div className="boxes">
              {areas(demands.items).map((area) => (
                <label key={area}>
                  <input type="checkbox" name="area" value={area} /> {area}
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Confirm>
  );
}

const STATES: Record<Run['state'], 'busy' | 'waits' | 'good' | 'bad'> = {
  WAITING: 'waits',
  RUNNING: 'busy',
  FINISHED: 'good',
  BROKEN_OFF: 'bad',
};

function StateBadge({ of }: { of: Run }) {
  return <Badge tone={STATES[of.state]}>{words(of.state)}</Badge>;
}

/** A run; one that is not over is looked at every two seconds. */
function One({ run, base, demands }: { run: Run; base: string; demands: Demands }) {
  const queries = useQueryClient();
  const [began] = useState(run.state);
  const over = isOver(run);
  const looked = useGet<Run>(`${base}/runs/${run.id}`, over ? {} : { every: SOON });
  const ended = looked.data !== undefined && isOver(looked.data);

  // What it came to is a report; lists that do not know yet are asked anew.
  useEffect(() => {
    if (ended && !over) void queries.invalidateQueries();
  }, [ended, over, queries]);

  return (
    <Answer of={looked} what="the run">
      {(of) => (
        <>
          <p>
            <StateBadge of={of} /> asked for by {of.actor} <Time at={of.askedAt} />
            {of.areas.length > 0 && `, ${of.areas.join(', ')} alone`}
            {of.beganAt !== null && of.endedAt !== null && `, took ${span((Date.parse(of.endedAt) - Date.parse(of.beganAt)) / 1000)}`}
          </p>
          <div className="progress">
            <progress value={of.done} max={of.all} aria-label="Requirements that were looked at" />
            <span>
              {of.done} of {of.all}: {tally(of.findings ?? [])}
            </span>
          </div>
          <p role="status" className="hidden">
            {of.state !== began && `The run is ${words(of.state).toLowerCase()}.`}
          </p>
          {of.broken !== null && <p className="said">Broken off: {of.broken}</p>}
          <Findings findings={of.findings ?? []} base={base} demands={demands} />
        </>
      )}
    </Answer>
  );
}

/** What is not met stands open, the rest behind a fold. */
function Findings({ findings, base, demands }: { findings: readonly Found[]; base: string; demands: Demands }) {
  const sorted = worstFirst(findings);
  const open = sorted.filter((one) => one.verdict !== 'PASS');
  const met = sorted.filter((one) => one.verdict === 'PASS');
  return (
    <>
      {open.length > 0 && <Lines of={open} what="Not met or not known" base={base} demands={demands} />}
      {met.length > 0 && (
        <details className="step">
          <summary>{met.length} met</summary>
          <Lines of={met} what="Met" base={base} demands={demands} />
        </details>
      )}
    </>
  );
}

function Lines({ of, what, base, demands }: { of: readonly Found[]; what: string; base: string; demands: Demands }) {
  const waivable = demands.mayWaive && what !== 'Met';
  return (
    <Table caption={what} head={['Requirement', 'Verdict', 'Because', { number: 'Took' }, ...(waivable ? ['Decide'] : [])]}>
      {of.map((one) => (
        <tr key={one.requirement}>
          <td>
            <strong>{one.requirement}</strong> <div className="muted">{title(demands, one.requirement)}</div>
          </td>
          <td>
            <Badge tone={VERDICTS[one.verdict]}>{words(one.verdict)}</Badge>
          </td>
          <td className="long">{one.reason}</td>
          <td className="number">{one.tookMs} ms</td>
          {waivable && (
            <td className="actions">
              <WaiveButton base={base} requirement={one.requirement} title={title(demands, one.requirement)} />
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
