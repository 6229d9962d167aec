import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { query } from '../api/client';
import { useGet } from '../api/queries';
import type { AuditLine, Handler, Items, Limit, Page, Stop } from '../api/types';
import { thousandths } from '../format/amount';
import { handler, route, words } from '../format/names';
import { duration } from '../format/time';
import { Answer, Nothing, Section, Table } from '../parts/blocks';
import { Confirm } from '../parts/Confirm';
import { useTitle } from '../parts/title';
import { Ago, Amount, Badge, Hash, RouteName, Time } from '../parts/values';
import { useSession } from '../session/session';
import { OperatorsOnly } from './OperatorsOnly';

const LOOK = 5_000;

interface Deed {
  title: string;
  deed: string;
  about: ReactNode;
  act: (because: string) => Promise<unknown>;
}

/** How much may pass, what stands still, and who decided so. */
export default function Limits() {
  useTitle('Limits and stops');
  const { isOperator } = useSession();
  const queries = useQueryClient();
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <>
      <h1>Limits and stops</h1>
      {isOperator ? (
        <>
          <LimitTable ask={setDeed} />
          <Stops ask={setDeed} />
          <Audit />
          {deed && (
            <Confirm
              title={deed.title}
              deed={deed.deed}
              act={async (because) => {
                await deed.act(because);
                await queries.invalidateQueries();
              }}
              close={() => setDeed(null)}
            >
              {deed.about}
            </Confirm>
          )}
        </>
      ) : (
        <OperatorsOnly />
      )}
    </>
  );
}

const KINDS = { WINDOW: 'At most in a window', THRESHOLD: 'Waits from', FOUR_EYES: 'Two operators from' } as const;

function whatFollows(kind: Limit['limit']['kind'], held: number): string {
  if (kind === 'FOUR_EYES') return 'Another operator has to approve it, on the page of what waits.';
  return held === 0 ? 'It holds nothing now.' : `The ${held} messages it holds go on.`;
}

function LimitTable({ ask }: { ask: (deed: Deed) => void }) {
  const { client, acts } = useSession();
  const limits = useGet<Limit[]>('/v1/limits', { every: LOOK });
  const handlers = useGet<Items<Handler>>('/v1/handlers');

  function unit(limit: Limit['limit']): { decimals: number; name: string } {
    const mover = handlers.data?.items.find(
      (one) => handler(one.handler).chain === limit.chain && one.token?.toLowerCase() === limit.token.toLowerCase(),
    );
    return mover ? { decimals: mover.decimals, name: mover.artifact ?? '' } : { decimals: 0, name: 'smallest units' };
  }

  function enforce({ limit }: Limit, shadow: boolean) {
    const { kind, chain, token, amount } = limit;
    ask({
      title: shadow ? `Only report what limit ${limit.id} would hold?` : `Put limit ${limit.id} in force?`,
      deed: shadow ? 'Put in shadow' : 'Put in force',
      about: <p>{shadow ? 'What it holds goes on.' : 'Messages beyond it will be held.'}</p>,
      act: (because) =>
        client.change('PUT', '/v1/limits', {
          kind,
          chain,
          token,
          amount,
          shadow,
          because,
          ...(limit.route === null ? {} : { route: limit.route }),
          ...(kind === 'FOUR_EYES' ? {} : { duration: limit.duration }),
        }),
    });
  }

  function drop({ limit, held }: Limit) {
    ask({
      title: `Drop limit ${limit.id}?`,
      deed: 'Drop',
      about: <p>{whatFollows(limit.kind, held)}</p>,
      act: (because) => client.change('DELETE', `/v1/limits/${limit.id}${query({ because })}`),
    });
  }

  return (
    <Section title="Limits">
      <Answer of={limits} what="limits">
        {(found) =>
          found.length === 0 ? (
            <Nothing>Nothing is limited.</Nothing>
          ) : (
            <Table caption="All limits" head={['What', 'Of', 'In force', 'Used', { number: 'Holds' }, 'Set', 'Change']}>
              {found.map((one) => {
                const { limit } = one;
                const { decimals, name } = unit(limit);
                const share = thousandths(one.used, limit.amount);
                return (
                  <tr key={limit.id}>
                    <td>
                      {KINDS[limit.kind]} <Amount value={limit.amount} decimals={decimals} unit={name} />
                      {limit.kind !== 'FOUR_EYES' && <div className="muted">{duration(limit.duration)}</div>}
                    </td>
                    <td>
                      {limit.route === null ? (
                        <>
                          {limit.chain} <Hash value={limit.token} what="token" />
                        </>
                      ) : (
                        <RouteName {...route(limit.route)} />
                      )}
                    </td>
                    <td>
                      <Badge tone={limit.shadow ? 'over' : 'good'}>{limit.shadow ? 'Shadow' : 'In force'}</Badge>
                    </td>
                    <td>
                      {limit.kind === 'WINDOW' ? (
                        <>
                          <Amount value={one.used} decimals={decimals} /> <span className="muted">({Math.floor(share / 10)} %)</span>
                          <svg className="meter" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                            <rect width={share} height="10" />
                          </svg>
                        </>
                      ) : (
                        '—'
                      )}
                    </td>
                    <td className="number">{one.held}</td>
                    <td>
                      {limit.actor} <Ago at={limit.since} />
                      {limit.source === 'REGISTRY' && <div className="muted">by the registry</div>}
                    </td>
                    <td className="actions">
                      {acts && limit.source === 'OPERATOR' && (
                        <>
                          {limit.kind !== 'FOUR_EYES' && (
                            <button type="button" onClick={() => enforce(one, !limit.shadow)}>
                              {limit.shadow ? 'Put in force…' : 'Put in shadow…'}
                            </button>
                          )}
                          <button type="button" onClick={() => drop(one)}>
                            Drop…
                          </button>
                        </>
                      )}
                    </td>
                  </tr>
                );
              })}
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}

function Stops({ ask }: { ask: (deed: Deed) => void }) {
  const { client, acts } = useSession();
  const stops = useGet<Stop[]>('/v1/stops', { every: LOOK });

  function stop(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [scope, subject] = [String(form.get('scope')), String(form.get('subject')).trim()];
    const shadow = form.get('shadow') === 'on';
    ask({
      title: `Stop ${subject}?`,
      deed: 'Stop',
      about: <p>{shadow ? 'Nothing is held: what would be is reported.' : 'Its new deliveries are held until the stop ends.'}</p>,
      act: (because) => client.change('POST', '/v1/stops', { scope, subject, because, shadow }),
    });
  }

  function resume(one: Stop) {
    ask({
      title: `End the stop of ${one.subject}?`,
      deed: 'End the stop',
      about: <p>What it holds goes on.</p>,
      act: (because) =>
        client.change(
          'DELETE',
          `/v1/stops${query({ scope: one.scope, subject: one.subject, reason: one.reason, because })}`,
        ),
    });
  }

  return (
    <Section title="Stops">
      <Answer of={stops} what="stops">
        {(found) =>
          found.length === 0 ? (
            <Nothing>Nothing stands still.</Nothing>
          ) : (
            <Table caption="All stops" head={['Subject', 'Reason', 'In force', 'Said', 'Since', 'Change']}>
              {found.map((one) => (
                <tr key={one.scope + one.subject + one.reason}>
                  <td>
                    <span className="muted">{words(one.scope)}</span> <code className="whole">{one.subject}</code>
                  </td>
                  <td>{words(one.reason)}</td>
                  <td>
                    <Badge tone={one.shadow ? 'over' : 'waits'}>{one.shadow ? 'Shadow' : 'Stopped'}</Badge>
                  </td>
                  <td>
                    {one.detail} <span className="muted">({one.actor})</span>
                  </td>
                  <td>
                    <Ago at={one.since} />
                  </td>
                  <td>
                    {one.reason === 'PAUSED_ON_CHAIN' ? (
                      <span className="muted">ends on chain</span>
                    ) : (
                      acts && (
                        <button type="button" onClick={() => resume(one)}>
                          End…
                        </button>
                      )
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answer>
      {acts && (
        <form className="filters" onSubmit={stop} aria-label="Stop something">
          <label>
            Scope
            <select name="scope" defaultValue="CHAIN">
              <option value="CHAIN">Chain</option>
              <option value="ROUTE">Route</option>
              <option value="HANDLER">Handler</option>
            </select>
          </label>
          <label>
            Subject
            <input name="subject" required maxLength={400} placeholder="Beta, Chain:0x… or A>B" autoComplete="off" />
          </label>
          <label>
            <span>
              <input type="checkbox" name="shadow" /> In shadow
            </span>
          </label>
          <button type="submit">Stop…</button>
        </form>
      )}
    </Section>
  );
}

function Audit() {
  const audit = useGet<Page<AuditLine>>('/v1/decisions?limit=20', { every: 30_000 });
  return (
    <Section title="Audit, the latest decisions">
      <Answer of={audit} what="the audit">
        {(found) =>
          found.items.length === 0 ? (
            <Nothing>Nobody has decided anything.</Nothing>
          ) : (
            <Table caption="Decisions, the latest first" head={['When', 'Who', 'What', 'About', 'Because', 'Result']}>
              {found.items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Time at={one.at} />
                  </td>
                  <td>{one.actor}</td>
                  <td>{words(one.action)}</td>
                  <td>
                    {one.subject.startsWith('0x') ? <Hash value={one.subject} what="subject" /> : <code className="whole">{one.subject}</code>}
                  </td>
                  <td>{one.reason}</td>
                  <td>{one.result}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}
