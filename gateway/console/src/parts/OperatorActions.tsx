import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decided, Stage } from '../api/types';
import { words } from '../format/names';
import { useSession } from '../session/session';
import { Confirm } from './Confirm';
import { ProblemBox } from './ProblemBox';
import { Badge } from './values';

const REDRIVEN: readonly Stage[] = ['PARKED', 'REFUSED'];

/** What an operator can do about a message that stands still. */
export function OperatorActions({ txid, stage }: { txid: string; stage: Stage }) {
  const { client, acts } = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'redrive' | 'release' | null>(null);
  const [trial, setTrial] = useState<Record<string, string> | null>(null);
  const [done, setDone] = useState<Decided | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [trying, setTrying] = useState(false);
  if (!acts || !(REDRIVEN.includes(stage) || stage === 'HELD')) {
    return done ? <Outcome of={done} /> : null;
  }

  async function simulate() {
    setTrying(true);
    setProblem(null);
    try {
      setTrial((await client.get<{ trial: Record<string, string> }>(`/v1/messages/${txid}/trial`)).trial);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setTrying(false);
    }
  }

  async function act(deed: 'redrive' | 'release', because: string) {
    setDone(await client.change<Decided>('POST', `/v1/messages/${txid}/${deed}`, { because }));
    setTrial(null);
    await queries.invalidateQueries();
  }

  return (
    <div className="deeds">
      <p className="actions">
        {REDRIVEN.includes(stage) && (
          <>
            <button type="button" onClick={() => void simulate()} disabled={trying}>
              {trying ? 'Simulating…' : 'Simulate'}
            </button>
            <button type="button" onClick={() => setAsking('redrive')}>
              Redrive…
            </button>
          </>
        )}
        {stage === 'HELD' && (
          <button type="button" onClick={() => setAsking('release')}>
            Release…
          </button>
        )}
      </p>
      <div role="status">
        {trial && <Trial of={trial} />}
        {done && <Outcome of={done} />}
      </div>
      {problem !== null && <ProblemBox problem={problem} />}
      {asking && (
        <Confirm
          title={asking === 'redrive' ? 'Redrive this message?' : 'Release this message?'}
          deed={words(asking)}
          act={(because) => act(asking, because)}
          close={() => setAsking(null)}
        >
          <p>
            {asking === 'redrive'
              ? 'Each of its works is tried on a node first; one that would fail is not sent. It starts over with today’s routes and signatures.'
              : 'It passes the limits and what is known of liquidity.'}{' '}
            Large amounts take a second operator.
          </p>
          <p>
            <code className="whole">{txid}</code>
          </p>
        </Confirm>
      )}
    </div>
  );
}

function Trial({ of }: { of: Record<string, string> }) {
  const works = Object.entries(of);
  if (works.length === 0) return <p>Nothing of it is parked: a redrive starts it over from the registry’s word.</p>;
  return (
    <ul>
      {works.map(([purpose, said]) => (
        <li key={purpose}>
          <Badge tone={said.startsWith('REVERTED') ? 'bad' : 'good'}>{words(purpose)}</Badge> {said}
        </li>
      ))}
    </ul>
  );
}

function Outcome({ of }: { of: Decided }) {
  if (of.approval !== null && of.messages.length === 0) {
    return <p>A second operator has to approve it: request {of.approval}.</p>;
  }
  return (
    <ul>
      {of.messages.map((one) => (
        <li key={one.txid}>
          <Badge tone={one.outcome === 'DONE' ? 'good' : 'bad'}>{words(one.outcome)}</Badge>
          {one.stage && ` It stands at ${words(one.stage).toLowerCase()}.`}
          {Object.entries(one.trial).map(([purpose, said]) => ` ${words(purpose)}: ${said}`)}
        </li>
      ))}
    </ul>
  );
}
