import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ChangeEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useArtifactOf, useDecimals, useGet, useMessages } from '../api/queries';
import { STAGES, type Items, type Message, type RouteState } from '../api/types';
import { abbreviated, handler, route, words } from '../format/names';
import { Loading, Nothing } from '../parts/blocks';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { Ago, Amount, RouteName, StageBadge } from '../parts/values';

const FILTERS = ['q', 'tx', 'address', 'handler', 'route', 'stage', 'outcome', 'since', 'until'] as const;
const ROW = 44;

/** All messages, the latest first, as far as one scrolls; only what is seen is in the document. */
export function Messages() {
  useTitle('Messages');
  const [parameters, setParameters] = useSearchParams();
  const filters = Object.fromEntries(FILTERS.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? '']] : [])));
  const messages = useMessages(filters);
  const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
  const navigate = useNavigate();

  // Who searched for one message wants to see it.
  const only = messages.isPlaceholderData || messages.hasNextPage || items.length !== 1 ? undefined : items[0];
  const q = filters['q'];
  const named = q !== undefined && /^(0[xX])?[0-9a-fA-F]{64}$/.test(q) ? only : undefined;
  useEffect(() => {
    if (named) void navigate(`/messages/${named.txid}`, { replace: true });
  }, [named, navigate]);

  function set(name: string, value: string) {
    const next = new URLSearchParams(parameters);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParameters(next);
  }

  return (
    <>
      <h1>Messages</h1>
      <Filters filters={filters} set={set} clear={() => setParameters({})} />
      {messages.isError && <ProblemBox problem={messages.error} retry={() => void messages.refetch()} />}
      {messages.isPending && <Loading what="messages" />}
      {messages.isSuccess && items.length === 0 && !messages.hasNextPage && (
        <Nothing>{Object.keys(filters).length === 0 ? 'No message was sent yet.' : 'No message is like that.'}</Nothing>
      )}
      {items.length > 0 && <List items={items} hasMore={messages.hasNextPage} isLoading={messages.isFetchingNextPage} more={() => void messages.fetchNextPage()} />}
      <p className="more" role="status">
        {items.length > 0 && `${items.length} ${items.length === 1 ? 'message' : 'messages'} shown. `}
        {messages.hasNextPage && (
          <button type="button" onClick={() => void messages.fetchNextPage()} disabled={messages.isFetchingNextPage}>
            {messages.isFetchingNextPage ? 'Loading…' : 'Show earlier ones'}
          </button>
        )}
      </p>
    </>
  );
}

function Filters({
  filters,
  set,
  clear,
}: {
  filters: Record<string, string>;
  set: (name: string, value: string) => void;
  clear: () => void;
}) {
  const routes = useGet<Items<RouteState>>('/v1/routes');
  const change = (event: ChangeEvent<HTMLSelectElement>) => set(event.target.name, event.target.value);
  const searched = (['q', 'tx', 'address', 'handler'] as const).filter((name) => filters[name] !== undefined);
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Stage
        <select name="stage" value={filters['stage'] ?? ''} onChange={change}>
          <option value="">Any</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {words(stage)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Outcome
        <select name="outcome" value={filters['outcome'] ?? ''} onChange={change}>
          <option value="">Any</option>
          <option value="SUCCESS">Success</option>
          <option value="FAILED">Failed</option>
        </select>
      </label>
      <label>
        Route
        <select name="route" value={filters['route'] ?? ''} onChange={change}>
          <option value="">Any</option>
          {routes.data?.items.map((one) => (
            <option key={one.route} value={one.route}>
              {shortRoute(one.route)}
            </option>
          ))}
        </select>
      </label>
      {searched.map((name) => (
        <span key={name} className="chip">
          {name === 'q' ? 'found by' : name} <code title={filters[name]}>{abbreviated(filters[name] ?? '')}</code>
          <button type="button" className="quiet" aria-label={`Without ${name}`} onClick={() => set(name, '')}>
            ✕
          </button>
        </span>
      ))}
      {Object.keys(filters).length > 0 && (
        <button type="button" onClick={clear}>
          Clear
        </button>
      )}
    </form>
  );
}

function shortRoute(id: string): string {
  const ends = route(id);
  const from = handler(ends.from);
  const to = handler(ends.to);
  return `${from.chain} ${abbreviated(from.address)} → ${to.chain} ${abbreviated(to.address)}`;
}

function List({ items, hasMore, isLoading, more }: { items: Message[]; hasMore: boolean; isLoading: boolean; more: () => void }) {
  const decimals = useDecimals();
  const artifact = useArtifactOf();
  const body = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({ count: items.length, estimateSize: () => ROW, overscan: 12, scrollMargin: top });
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoading && last >= items.length - 20) more();
  }, [hasMore, isLoading, last, items.length, more]);
  const before = (seen[0]?.start ?? top) - top;
  const after = rows.getTotalSize() - ((seen.at(-1)?.end ?? top) - top);
  return (
    <table className="messages" ref={body} aria-rowcount={hasMore ? -1 : items.length + 1}>
      <caption className="hidden">Messages, the latest first</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">Message</th>
          <th scope="col">Stage</th>
          <th scope="col">Route</th>
          <th scope="col" className="number">
            Amount
          </th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      <tbody>
        <Spacer height={before} />
        {seen.map(({ index }) => {
          const message = items[index];
          if (!message) return null;
          const digits = decimals(message.route?.from);
          return (
            <tr key={message.txid} aria-rowindex={index + 2} ref={rows.measureElement} data-index={index}>
              <td>
                <Link to={`/messages/${message.txid}`}>
                  <code>{abbreviated(message.txid)}</code>
                </Link>
              </td>
              <td>
                <StageBadge stage={message.stage} outcome={message.outcome} />
              </td>
              <td>{message.route ? <RouteName {...message.route} /> : '—'}</td>
              <td className="number">
                {message.transfer ? (
                  <Amount value={message.transfer.amount} decimals={digits ?? 0} unit={digits === null ? 'smallest units' : artifact(message.route?.from)} />
                ) : (
                  <span className="muted">message only</span>
                )}
              </td>
              <td>{message.sentAt && <Ago at={message.sentAt} />}</td>
            </tr>
          );
        })}
        <Spacer height={after} />
      </tbody>
    </table>
  );
}

/** Stands for the rows that are not in the document. */
function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={5} style={{ height }} />
    </tr>
  ) : null;
}
