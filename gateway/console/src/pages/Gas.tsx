import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { query } from '../api/client';
import { useFind, useGet, useNativeDecimals } from '../api/queries';
import type { GasAccount, LedgerEntry, PayerStatement, Price, Proof } from '../api/types';
import { abbreviated, cause, handler, route, words } from '../format/names';
import { Answer, Facts, Loading, Nothing, Section, Table } from '../parts/blocks';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { Ago, Amount, Badge, Hash, Time } from '../parts/values';
import { useSession } from '../session/session';

const Legs = lazy(() => import('../charts/Legs'));
const PART = 100;
const GWEI = 9;

/** Where prepaid gas went: of one message, of one payer, and whether keys and vaults hold what is booked. */
export default function Gas() {
  useTitle('Gas');
  const [parameters, setParameters] = useSearchParams();
  const txid = parameters.get('txid') ?? '';
  const payer = parameters.get('payer') ?? '';
  const month = parameters.get('month') ?? new Date().toISOString().slice(0, 7);

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value.trim() !== '') asked.set(name, value.trim());
    }
    setParameters(asked);
  }

  return (
    <>
      <h1>Gas</h1>
      <div className="pair">
        <form className="panel filters" onSubmit={show} aria-label="Account of a message">
          <label>
            Message id
            <input name="txid" key={txid} defaultValue={txid} required pattern="0[xX][0-9a-fA-F]{64}" title="0x and 64 hexadecimal digits" />
          </label>
          <button type="submit">Show its account</button>
        </form>
        <form className="panel filters" onSubmit={show} aria-label="Statement of a payer">
          <label>
            Payer
            <input name="payer" key={payer} defaultValue={payer} required pattern="0[xX][0-9a-fA-F]{40}" title="0x and 40 hexadecimal digits" />
          </label>
          <label>
            Month
            <input name="month" key={month} defaultValue={month} required pattern="[0-9]{4}-[0-9]{2}" title="for instance 2026-11" size={8} />
          </label>
          <button type="submit">Show its statement</button>
        </form>
      </div>
      {txid !== '' && <Account txid={txid} />}
      {payer !== '' && <StatementOf payer={payer} month={month} />}
      <Proofs />
      <Prices />
    </>
  );
}

function Account({ txid }: { txid: string }) {
  const account = useFind<GasAccount>(`/v1/gas/${txid}`, { every: 15_000 });
  return (
    <Section title={`Account of ${abbreviated(txid)}`} aside={<Link to={`/messages/${txid}`}>The message</Link>}>
      <Answer of={account} what="the account">
        {(found) => (found === null ? <Nothing>Nobody paid for such a message.</Nothing> : <Told of={found} />)}
      </Answer>
    </Section>
  );
}

function Told({ of }: { of: GasAccount }) {
  const native = useNativeDecimals();
  const decimals = native(of.route ? handler(route(of.route).from).chain : null);
  const legs = [
    { name: 'Delivery', amount: of.spent.delivery ?? '0' },
    { name: 'Callback', amount: of.spent.callback ?? '0' },
    { name: 'Reverted', amount: of.spent.failed },
    { name: 'Margin', amount: of.margin ?? '0' },
    { name: 'Refund', amount: of.refunded ?? of.refundDue ?? '0' },
  ].filter((leg) => leg.amount !== '0');
  return (
    <>
      <Facts
        of={[
          ['State', words(of.state)],
          ['Required', <Amount value={of.required} decimals={decimals} />],
          ['Prepaid', <Amount value={of.prepaid} decimals={decimals} />],
          ['Missing', <Amount value={of.missing} decimals={decimals} />],
          ['Refund due', <Amount value={of.refundDue} decimals={decimals} />],
          ['Refunded', <Amount value={of.refunded} decimals={decimals} />],
          ['Borne by the operator', <Amount value={of.overrun} decimals={decimals} />],
          ['Quote', of.quoteId ? <Hash value={of.quoteId} what="quote" /> : null],
        ]}
      />
      <Suspense fallback={<Loading what="the chart" />}>
        <Legs legs={legs} decimals={decimals} />
      </Suspense>
      <h3>Payers and refunds</h3>
      <Table caption="Payers and their refunds" head={['Chain', 'Payer', { number: 'Prepaid' }, { number: 'Goes back' }, 'How', { number: 'Went back' }]}>
        {of.accounts.map((one) => (
          <tr key={one.chain + one.payer}>
            <td>{one.chain}</td>
            <td>
              <Hash value={one.payer} what="payer" />
            </td>
            <td className="number">
              <Amount value={one.prepaid} decimals={native(one.chain)} />
            </td>
            <td className="number">
              <Amount value={one.due} decimals={native(one.chain)} />
            </td>
            <td>{one.way ? words(one.way) : '—'}</td>
            <td className="number">
              <Amount value={one.refunded} decimals={native(one.chain)} />
            </td>
          </tr>
        ))}
      </Table>
      <h3>Ledger</h3>
      <Ledger entries={of.entries} />
    </>
  );
}

function Cause({ text }: { text: string }) {
  const { what, txHash } = cause(text);
  return (
    <span title={text}>
      {words(what)} {txHash !== null && <Hash value={txHash} what="transaction" />}
    </span>
  );
}

function Ledger({ entries }: { entries: LedgerEntry[] }) {
  const native = useNativeDecimals();
  return (
    <Table caption="Ledger entries" head={['When', 'Account', 'Chain', 'Party', 'Cause', { number: 'Amount' }]}>
      {entries.map((one, place) => (
        <tr key={place}>
          <td>
            <Time at={one.at} />
          </td>
          <td>{words(one.account)}</td>
          <td>{one.chain}</td>
          <td>{one.party.startsWith('0x') ? <Hash value={one.party} what="party" /> : one.party || '—'}</td>
          <td>
            <Cause text={one.cause} />
          </td>
          <td className="number">
            <Amount value={one.amount} decimals={native(one.chain)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** `KIND:Chain` or `KIND:Chain:0x…`, apart. */
export function bookAccount(text: string): { kind: string; chain: string; party: string } {
  const [kind = '', chain = '', party = ''] = text.split(':');
  return { kind, chain, party };
}

function StatementOf({ payer, month }: { payer: string; month: string }) {
  const { client } = useSession();
  const native = useNativeDecimals();
  const statement = useInfiniteQuery({
    queryKey: ['statement', payer, month],
    queryFn: ({ pageParam, signal }) =>
      client.get<PayerStatement>(`/v1/statements/${payer}${query({ month, after: pageParam, limit: PART })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const lines = statement.data?.pages[0]?.lines ?? [];
  const entries = statement.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section title={`Statement of ${abbreviated(payer)}, ${month}`}>
      {statement.isPending && <Loading what="the statement" />}
      {statement.isError && <ProblemBox problem={statement.error} retry={() => void statement.refetch()} />}
      {statement.isSuccess && lines.length === 0 && <Nothing>Nothing was booked for it in that month.</Nothing>}
      {lines.length > 0 && (
        <Table caption="Accounts of the payer" head={['Account', 'Chain', { number: 'Opening' }, { number: 'Moved' }, { number: 'Closing' }, { number: 'Entries' }]}>
          {lines.map((one) => {
            const { kind, chain } = bookAccount(one.account);
            return (
              <tr key={one.account}>
                <td>{words(kind)}</td>
                <td>{chain}</td>
                {[one.opening, one.moved, one.closing].map((amount, place) => (
                  <td key={place} className="number">
                    <Amount value={amount} decimals={native(chain)} />
                  </td>
                ))}
                <td className="number">{one.entries}</td>
              </tr>
            );
          })}
        </Table>
      )}
      {entries.length > 0 && (
        <Table caption="Entries of the month" head={['When', 'Message', 'Account', 'Cause', { number: 'Amount' }]}>
          {entries.map((one, place) => {
            const { kind, chain } = bookAccount(one.account);
            return (
              <tr key={place}>
                <td>
                  <Time at={one.at} />
                </td>
                <td>
                  <Link to={`/messages/${one.txid}`}>
                    <code>{abbreviated(one.txid)}</code>
                  </Link>
                </td>
                <td>
                  {words(kind)} <span className="muted">{chain}</span>
                </td>
                <td>
                  <Cause text={one.cause} />
                </td>
                <td className="number">
                  <Amount value={one.amount} decimals={native(chain)} />
                </td>
              </tr>
            );
          })}
        </Table>
      )}
      {statement.hasNextPage && (
        <button type="button" onClick={() => void statement.fetchNextPage()} disabled={statement.isFetchingNextPage}>
          Show more
        </button>
      )}
    </Section>
  );
}

function Proofs() {
  const native = useNativeDecimals();
  const proofs = useGet<Proof[]>('/v1/gas-proof', { every: 30_000 });
  return (
    <Section title="Keys and vaults against the books">
      <Answer of={proofs} what="proofs">
        {(found) =>
          found.length === 0 ? (
            <Nothing>Nothing was proved yet.</Nothing>
          ) : (
            <Table caption="The last proof of each account" head={['Chain', 'Account', 'Agrees', { number: 'Books' }, { number: 'On chain' }, { number: 'Difference' }, { number: 'Block' }, 'Proved']}>
              {found.map((one) => (
                <tr key={one.chain + one.account}>
                  <td>{one.chain}</td>
                  <td>
                    {words(one.subject)} <Hash value={one.account} what="account" />
                  </td>
                  <td>
                    <Badge tone={one.agrees ? 'good' : 'bad'}>{one.agrees ? 'Agrees' : 'Differs'}</Badge>
                    {one.detail && <div className="muted">{one.detail}</div>}
                  </td>
                  {[one.books, one.onChain, one.difference].map((amount, place) => (
                    <td key={place} className="number">
                      <Amount value={amount} decimals={native(one.chain)} />
                    </td>
                  ))}
                  <td className="number">{one.block}</td>
                  <td>{one.provedAt ? <Ago at={one.provedAt} /> : '—'}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}

function Prices() {
  const prices = useGet<Price[]>('/v1/prices', { every: 15_000 });
  return (
    <Section title="What gas costs now">
      <Answer of={prices} what="prices">
        {(found) =>
          found.length === 0 ? (
            <Nothing>No price was taken yet.</Nothing>
          ) : (
            <Table caption="Prices of each chain" head={['Chain', { number: 'Base fee' }, { number: 'Priority fee' }, { number: 'Coin' }, 'Taken', 'Why']}>
              {found.map((one) => (
                <tr key={one.chain}>
                  <td>{one.chain}</td>
                  <td className="number">
                    <Amount value={one.baseFee} decimals={GWEI} unit="gwei" />
                  </td>
                  <td className="number">
                    <Amount value={one.priorityFee} decimals={GWEI} unit="gwei" />
                  </td>
                  <td className="number">{one.nativeUsd === null ? '—' : `${one.nativeUsd} USD`}</td>
                  <td>
                    {one.stale ? <Badge tone="waits">Too old</Badge> : <Badge tone="good">Fresh</Badge>}{' '}
                    {one.sampledAt && <Ago at={one.sampledAt} />}
                  </td>
                  <td>{one.rate?.why ?? '—'}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}
