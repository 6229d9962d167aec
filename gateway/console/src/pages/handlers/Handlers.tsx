import { useState } from 'react';
import { Link } from 'react-router';
import { useGet } from '../../api/queries';
import type { Handler, Items } from '../../api/types';
import { handler, words } from '../../format/names';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { useTitle } from '../../parts/title';
import { HandlerName, Hash, StatusBadge } from '../../parts/values';
import { useSession } from '../../session/session';

/** The handlers in the book. */
export default function Handlers() {
  useTitle('Handlers');
  const { me } = useSession();
  const handlers = useGet<Items<Handler>>('/v1/handlers', { every: 30_000 });
  const [chain, setChain] = useState('');
  return (
    <>
      <div className="head">
        <h1>Handlers</h1>
        {me.scopes.includes('partner') && (
          <Link className="button primary" to="/handlers/register">
            Register a handler
          </Link>
        )}
      </div>
      <Answer of={handlers} what="handlers">
        {(found) => {
          const chains = [...new Set(found.items.map((one) => handler(one.handler).chain))].sort();
          const shown = found.items.filter((one) => chain === '' || handler(one.handler).chain === chain);
          return (
            <Section
              title="In the book"
              aside={
                <label className="beside">
                  Chain{' '}
                  <select value={chain} onChange={(event) => setChain(event.target.value)}>
                    <option value="">All</option>
                    {chains.map((one) => (
                      <option key={one}>{one}</option>
                    ))}
                  </select>
                </label>
              }
            >
              {shown.length === 0 ? (
                <Nothing>The registry knows no handler yet.</Nothing>
              ) : (
                <Table caption="Handlers in the book" head={['Handler', 'Artifact', 'Token', { number: 'Decimals' }, 'Mode', 'Status']}>
                  {shown.map((one) => (
                    <tr key={one.handler}>
                      <td>
                        <Link to={`/handlers/${one.handler}`}>
                          <HandlerName id={one.handler} />
                        </Link>
                      </td>
                      <td>{one.artifact ?? 'messages'}</td>
                      <td>{one.token === null ? '—' : <Hash value={one.token} what="token" />}</td>
                      <td className="number">{one.token === null ? '—' : one.decimals}</td>
                      <td>{one.mode === null ? '—' : words(one.mode)}</td>
                      <td>
                        <StatusBadge status={one.status} good={one.status === 'ACTIVE'} />
                      </td>
                    </tr>
                  ))}
                </Table>
              )}
            </Section>
          );
        }}
      </Answer>
    </>
  );
}
