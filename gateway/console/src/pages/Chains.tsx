import { Link } from 'react-router';
import { useGet, useNativeDecimals } from '../api/queries';
import type { Chain, Items, Lane, Node, Observation, Providers, Validators } from '../api/types';
import { words } from '../format/names';
import { span } from '../format/time';
import { Answer, Facts, Nothing, Section, Table } from '../parts/blocks';
import { useTitle } from '../parts/title';
import { Ago, Amount, Badge, Hash, StatusBadge } from '../parts/values';

const LOOK = 10_000;

/** How each chain is read, by whom, and who signs and pays there. */
export default function Chains() {
  useTitle('Chains');
  const chains = useGet<Items<Chain>>('/v1/chains', { every: LOOK });
  const nodes = useGet<Node[]>('/v1/nodes', { every: LOOK });
  const lanes = useGet<Lane[]>('/v1/lanes', { every: LOOK });
  const validators = useGet<Items<Validators>>('/v1/validators', { every: 60_000 });
  return (
    <>
      <h1>Chains and providers</h1>
      <Answer of={chains} what="chains">
        {(found) =>
          found.items.length === 0 ? (
            <Nothing>The registry knows no chain yet.</Nothing>
          ) : (
            found.items.map((chain) => (
              <Section
                key={chain.chain}
                title={chain.chain}
                aside={
                  <span className="actions">
                    {chain.family === 'EVM' && (
                      <Link to={`/chains/${chain.chain}`}>
                        Conformance<span className="hidden"> of {chain.chain}</span>
                      </Link>
                    )}
                    <StatusBadge status={chain.status} good={chain.status === 'ACTIVE'} />
                  </span>
                }
              >
                <Reading chain={chain} validators={validators.data?.items.find((one) => one.chain === chain.chain)} />
                <Answer of={nodes} what="providers">
                  {(all) => <Nodes node={all.find((one) => one.chain === chain.chain)} />}
                </Answer>
                <ServiceLevels chain={chain.chain} />
                <Answer of={lanes} what="lanes">
                  {(all) => <Lanes lanes={all.filter((one) => one.lane.split('/')[0] === chain.chain)} chain={chain.chain} />}
                </Answer>
              </Section>
            ))
          )
        }
      </Answer>
    </>
  );
}

function Reading({ chain, validators }: { chain: Chain; validators: Validators | undefined }) {
  const observation = useGet<Observation>(`/v1/observation/${encodeURIComponent(chain.chain)}`, {
    every: LOOK,
    // The observer reads EVM chains.
    when: chain.family === 'EVM',
  });
  const of = observation.data;
  return (
    <>
      <Facts
        of={[
          ['Family', chain.family === 'BITCOIN' ? `Bitcoin ${chain.network ?? ''}` : `EVM ${chain.chainId}, ${chain.profile}`],
          ['Newest block', of?.head ?? null],
          ['Final block', of?.finalHead ?? null],
          ['Read to', of?.readFinal ?? null],
          ['Behind by', of?.lag === null || of?.lag === undefined ? null : `${of.lag} blocks`],
          ['Wait for finality', of?.awaitingFinality ?? null],
          ['Gaps', of ? of.gaps.length : null],
          ['Validators', validators ? `${validators.required} of ${validators.validators.length}, epoch ${validators.epoch}` : null],
        ]}
      />
      {of?.trouble.map((one) => (
        <p key={one}>
          <Badge tone="bad">Trouble</Badge> {one}
        </p>
      ))}
      {of?.backfills.map((one) => (
        <p key={one.from}>
          Filling in blocks {one.from} to {one.until}: {one.percent} %, {span(one.etaSeconds)} left
        </p>
      ))}
    </>
  );
}

function Nodes({ node }: { node: Node | undefined }) {
  if (!node) return null;
  return (
    <>
      <h3>Providers of the relayer: {node.quorum} must agree</h3>
      <Table
        caption={`Providers of ${node.chain} as the relayer sees them`}
        head={['Provider', 'State', { number: 'Share' }, { number: 'Block' }, { number: 'Behind' }, { number: '95 % within' }, { number: 'Requests' }, { number: 'Failures' }, { number: 'Contradicted' }]}
      >
        {node.providers.map((one) => (
          <tr key={one.name}>
            <td>{one.name}</td>
            <td>
              <Badge tone={one.state === 'IN' ? 'good' : 'bad'}>{words(one.state)}</Badge>
              {one.why !== '' && <div className="muted">{one.why}</div>}
            </td>
            <td className="number">
              {one.weight.configured ?? '—'}
              {one.weight.percent !== undefined && one.weight.percent !== 100 && (
                <div className="muted" title={one.weight.why}>
                  {one.weight.percent} % counts
                </div>
              )}
            </td>
            <td className="number">{one.head < 0 ? '—' : one.head}</td>
            <td className="number">{one.lag}</td>
            <td className="number">{one.p95Millis} ms</td>
            <td className="number">{one.requests}</td>
            <td className="number">
              {Object.entries(one.failures)
                .filter(([, times]) => times > 0)
                .map(([kind, times]) => `${words(kind)} ${times}`)
                .join(', ') || '0'}
            </td>
            <td className="number">{one.disagreements}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function figure(of: { value: number | null; unit: string }): string {
  if (of.value === null) return '—';
  const text = Number.isInteger(of.value) ? String(of.value) : of.value.toFixed(of.unit === 'percent' ? 3 : 1);
  return of.unit === 'percent' ? `${text} %` : `${text} ${of.unit}`;
}

function ServiceLevels({ chain }: { chain: string }) {
  const providers = useGet<Providers>(`/v1/chains/${encodeURIComponent(chain)}/providers`, { every: 60_000 });
  if (!providers.data || providers.data.items.length === 0) return null;
  return (
    <>
      <h3>Service levels of thirty days</h3>
      <Table
        caption={`Service levels of the providers of ${chain}`}
        head={['Provider', 'Run by', 'Levels', { number: 'Up' }, { number: '95 % within' }, { number: 'Behind' }, { number: 'Contradictions' }, { number: 'Logs left out' }]}
      >
        {providers.data.items.map((one) => (
          <tr key={one.provider}>
            <td>{one.name}</td>
            <td>{one.operator}</td>
            <td>
              {one.breached.length === 0 ? (
                <Badge tone="good">Kept</Badge>
              ) : (
                one.breached.map((breach) => (
                  <div key={breach.level}>
                    <Badge tone="bad">{words(breach.level)}</Badge> {breach.found} <Ago at={breach.since} />
                  </div>
                ))
              )}
            </td>
            <td className="number">{figure(one.uptime)}</td>
            <td className="number">{figure(one.latencyP95)}</td>
            <td className="number">{figure(one.lagMean)}</td>
            <td className="number">{figure(one.disagreements)}</td>
            <td className="number">{figure(one.omittedLogs)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Lanes({ lanes, chain }: { lanes: Lane[]; chain: string }) {
  const native = useNativeDecimals();
  if (lanes.length === 0) return null;
  return (
    <>
      <h3>Lanes</h3>
      <Table caption={`Lanes of ${chain}`} head={['Lane', 'State', 'Submitter', { number: 'Balance' }, { number: 'Ready' }, { number: 'On their way' }, { number: 'Parked' }]}>
        {lanes.map((one) => (
          <tr key={one.lane}>
            <td>{one.lane}</td>
            <td>
              {one.lease.parked !== null ? (
                <Badge tone="bad">Parked</Badge>
              ) : one.lease.paused ? (
                <Badge tone="waits">Paused</Badge>
              ) : (
                <Badge tone={one.lease.working ? 'good' : 'waits'}>{one.lease.working ? 'Working' : 'Nobody works it'}</Badge>
              )}
              {one.lease.parked !== null && <div className="muted">{one.lease.parked}</div>}
              {one.alarms.map((alarm) => (
                <div key={alarm}>
                  <Badge tone="bad">Alarm</Badge> {alarm}
                </div>
              ))}
            </td>
            <td>
              <Hash value={one.submitter} what="submitter" />
            </td>
            <td className="number">
              <Amount value={one.purse.balance} decimals={native(chain)} />
              {one.purse.low && <Badge tone="waits">Low</Badge>}
            </td>
            <td className="number">{one.work.ready}</td>
            <td className="number">{one.work.inFlight}</td>
            <td className="number">{one.work.parked}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
