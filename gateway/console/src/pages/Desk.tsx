import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { query } from '../api/client';
import { useGet } from '../api/queries';
import type { Approval, Decided, Page, Stage, Waiting } from '../api/types';
import { route, words } from '../format/names';
import { Answer, Loading, Nothing, Section, Table } from '../parts/blocks';
import { Confirm } from '../parts/Confirm';
import { OperatorActions } from '../parts/OperatorActions';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { Ago, Hash, RouteName, Time } from '../parts/values';
import { useSession } from '../session/session';
import { OperatorsOnly } from './OperatorsOnly';

const WAITING: readonly Stage[] = ['PARKED', 'REFUSED', 'HELD', 'WAITING_FOR_GAS', 'FINAL', 'EXPIRED'];
const PART = 50;

/** What does not go on by itself, the longest waiting first, and what an operator does about it. */
export default function Desk() {
  useTitle('Waiting messages');
  const { isOperator } = useSession();
  return (
    <>
      <h1>Waiting messages</h1>
      {isOperator ? (
        <>
          <Approvals />
          <List />
        </>
      ) : (
        <OperatorsOnly />
      )}
    </>
  );
}

function List() {
  const { client } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const stage = WAITING.find((one) => one === parameters.get('stage')) ?? 'PARKED';
  const waiting = useInfiniteQuery({
    queryKey: ['waiting', stage],
    queryFn: ({ pageParam, signal }) =>
      client.get<Page<Waiting>>(`/v1/waiting${query({ stage, after: pageParam, limit: PART })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={words(stage)}
      aside={
        <label>
          Stage{' '}
          <select value={stage} onChange={(event) => setParameters({ stage: event.target.value })}>
            {WAITING.map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      {waiting.isPending && <Loading what="waiting messages" />}
      {waiting.isError && <ProblemBox problem={waiting.error} retry={() => void waiting.refetch()} />}
      {waiting.isSuccess && items.length === 0 && <Nothing>No message waits there.</Nothing>}
      {items.length > 0 && (
        <Table caption="Messages that do not go on" head={['Message', 'Why', 'Route', 'Since', 'What to do']}>
          {items.map((one) => (
            <tr key={one.txid}>
              <td>
                <Link to={`/messages/${one.txid}`}>
                  <code>{one.txid.slice(0, 10)}…</code>
                </Link>
              </td>
              <td>{one.reason === null ? '—' : words(one.reason)}</td>
              <td>
                <RouteName {...route(one.route)} />
              </td>
              <td>
                <Ago at={one.since} />
              </td>
              <td>
                <OperatorActions txid={one.txid} stage={one.stage} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {waiting.hasNextPage && (
        <button type="button" onClick={() => void waiting.fetchNextPage()} disabled={waiting.isFetchingNextPage}>
          Show more
        </button>
      )}
    </Section>
  );
}

/** What a request is about, in a few words. */
function about({ limit, amount, txids }: Approval): string {
  if (limit !== null) return amount === null ? `limit ${limit}` : `limit ${limit}: from ${amount} smallest units on`;
  return `${txids.length} ${txids.length === 1 ? 'message' : 'messages'}`;
}

function Approvals() {
  const { client, me, approves } = useSession();
  const queries = useQueryClient();
  const approvals = useGet<Approval[]>('/v1/approvals', { every: 10_000 });
  const [asked, setAsked] = useState<{ request: Approval; approve: boolean } | null>(null);

  async function decide(because: string) {
    if (!asked) return;
    const path = `/v1/approvals/${asked.request.id}`;
    await (asked.approve
      ? client.change<Decided>('POST', path, { because })
      : client.change('DELETE', path + query({ because })));
    await queries.invalidateQueries();
  }

  return (
    <Answer of={approvals} what="approvals">
      {(found) =>
        found.length === 0 ? null : (
          <Section title="Waits for a second operator">
            <Table caption="Requests that another operator has to approve" head={['Request', 'About', 'Asked by', 'Because', 'Decide']}>
              {found.map((one) => (
                <tr key={one.id}>
                  <td>
                    {words(one.action)} <span className="muted">{one.id}</span>
                  </td>
                  <td>
                    {one.limit !== null && about(one)}
                    {one.txids.map((txid) => (
                      <div key={txid}>
                        <Hash value={txid} what="message id" />
                      </div>
                    ))}
                  </td>
                  <td>
                    {one.requestedBy} <Time at={one.requestedAt} />
                  </td>
                  <td>{one.reason}</td>
                  <td className="actions">
                    {approves && one.requestedBy !== me.name && (
                      <button type="button" onClick={() => setAsked({ request: one, approve: true })}>
                        Approve…
                      </button>
                    )}
                    {approves && (
                      <button type="button" onClick={() => setAsked({ request: one, approve: false })}>
                        {one.requestedBy === me.name ? 'Take back…' : 'Refuse…'}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
            {asked && (
              <Confirm
                title={`${asked.approve ? 'Approve' : 'Refuse'} request ${asked.request.id}?`}
                deed={asked.approve ? 'Approve' : 'Refuse'}
                act={decide}
                close={() => setAsked(null)}
              >
                <p>
                  {words(asked.request.action)} of {about(asked.request)}: “{asked.request.reason}”
                </p>
              </Confirm>
            )}
          </Section>
        )
      }
    </Answer>
  );
}
