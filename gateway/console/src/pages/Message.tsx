import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useLive, type Live } from '../api/live';
import { useArtifactOf, useDecimals, useFind, useGet, useNativeDecimals } from '../api/queries';
import { query } from '../api/client';
import type { Attestations, GasAccount, Line, Message as MessageAnswer } from '../api/types';
import { sum } from '../format/amount';
import { handler, words } from '../format/names';
import { explain, steps } from '../format/standing';
import { between } from '../format/time';
import { Answer, Facts, Loading, Nothing, Section, Table } from '../parts/blocks';
import { OperatorActions } from '../parts/OperatorActions';
import { useTitle } from '../parts/title';
import { Amount, Badge, HandlerName, Hash, StageBadge, Time } from '../parts/values';

const Legs = lazy(() => import('../charts/Legs'));

/** Everything about one message, as it happens. */
export default function Message() {
  const { txid = '' } = useParams();
  useTitle(`Message ${txid.slice(0, 10)}`);
  const message = useGet<MessageAnswer>(`/v1/messages/${txid}`);
  const live = useLive(txid, message.data);
  return (
    <>
      <p>
        <Link to="/messages">← Messages</Link>
      </p>
      <Answer of={message} what="the message">
        {(found) => <Told message={found} live={live} />}
      </Answer>
    </>
  );
}

const LIVE: Record<Live, string> = { connecting: 'Connecting…', live: 'Live', ended: 'Nothing more will happen' };

function Told({ message, live }: { message: MessageAnswer; live: Live }) {
  const attestations = useFind<Attestations>(`/v1/messages/${message.txid}/attestations`, { every: 15_000 });
  const gas = useFind<GasAccount>(`/v1/gas/${message.txid}`, { every: 15_000 });
  return (
    <>
      <div className="head">
        <h1>
          Message <Hash value={message.txid} what="message id" />
        </h1>
        <StageBadge stage={message.stage} outcome={message.outcome} />
        <span className={`feed ${live}`} role="status">
          {LIVE[live]}
        </span>
      </div>
      <Standing message={message} reasonNow={attestations.data?.reason ?? null} />
      <Way message={message} />
      <Ends message={message} />
      <Section title="Signatures">
        <Answer of={attestations} what="signatures">
          {(found) => (found === null ? <Nothing>The relayer keeps none any more, or none yet.</Nothing> : <Signatures of={found} />)}
        </Answer>
      </Section>
      <Section title="Gas" aside={<Link to={`/gas${query({ txid: message.txid })}`}>Account and ledger</Link>}>
        <Answer of={gas} what="the gas account">
          {(found) => <GasLegs message={message} account={found} />}
        </Answer>
      </Section>
      <Events message={message} />
    </>
  );
}

function Standing({ message, reasonNow }: { message: MessageAnswer; reasonNow: string | null }) {
  const said = explain(message, reasonNow);
  return (
    <Section title="Where it stands">
      <p>{said.stands}</p>
      {said.reason !== null && (
        <p>
          <strong>Why it waits:</strong> {words(said.reason)} <code className="muted">{said.reason}</code>
        </p>
      )}
      {said.detail !== null && <p className="said">{said.detail}</p>}
      {said.toDo !== null && (
        <p>
          <strong>What to do:</strong> {said.toDo}
        </p>
      )}
      {message.expected && <Expected of={message.expected} />}
      <OperatorActions txid={message.txid} stage={message.stage} />
    </Section>
  );
}

/** When it probably arrives and ends, and of how many that is said. */
function Expected({ of }: { of: NonNullable<MessageAnswer['expected']> }) {
  const moments = [
    ['delivered', of.delivered],
    ['settled', of.settled],
  ] as const;
  return (
    <p>
      <strong>Expected:</strong>{' '}
      {of.late ? (
        <>it takes longer than nearly all of the latest {of.measured} on this route did.</>
      ) : (
        moments.map(
          ([what, moment]) =>
            moment && (
              <span key={what}>
                {what} about <Time at={moment.half} />, almost surely by <Time at={moment.most} />.{' '}
              </span>
            ),
        )
      )}
      {!of.late && <span className="muted">As the latest {of.measured} on this route were.</span>}
    </p>
  );
}

/** The stages it goes through, each with its time and transaction. */
function Way({ message }: { message: MessageAnswer }) {
  const way = steps(message);
  const start = way[0]?.line?.at;
  return (
    <Section title="Timeline">
      <ol className="way">
        {way.map(({ stage, line, state }) => (
          <li key={stage} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="sign" aria-hidden="true">
              {state === 'done' ? '✓' : state === 'current' ? '●' : '○'}
            </span>
            <div>
              <strong>{words(stage)}</strong>
              <span className="hidden">{state === 'ahead' ? ', not yet' : state === 'current' ? ', here' : ', done'}</span>
              {line && (
                <p className="muted">
                  <Time at={line.at} />
                  {start && line.at !== start && <> · after {between(start, line.at)}</>}
                  {line.chain && <> · {line.chain}</>}
                  {line.block !== null && <> block {line.block}</>}
                  {line.txHash && (
                    <>
                      {' '}
                      · <Hash value={line.txHash} what={`transaction of ${words(stage).toLowerCase()}`} />
                    </>
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Both chains beside each other. */
function Ends({ message }: { message: MessageAnswer }) {
  const decimals = useDecimals();
  const artifact = useArtifactOf();
  const { route, transfer } = message;
  const digits = decimals(route?.from);
  const sent = message.timeline?.find((line) => line.type === 'MessageFinal' || line.type === 'MessageObserved');
  const delivered = message.timeline?.findLast((line) => line.type === 'MessageDelivered');
  const settled = message.timeline?.findLast((line) => line.type === 'MessageSettled');
  return (
    <div className="pair">
      <Section title={route ? `From ${handler(route.from).chain}` : 'From'}>
        <Facts
          of={[
            ['Handler', route && <HandlerName id={route.from} />],
            ['Sender', message.sender && <Hash value={message.sender} what="sender" />],
            [
              'Amount',
              transfer ? (
                <Amount value={transfer.amount} decimals={digits ?? 0} unit={digits === null ? 'smallest units' : artifact(route?.from)} />
              ) : (
                'moves no token'
              ),
            ],
            ['Token', transfer && <Hash value={transfer.fromToken} what="token on the source" />],
            ['Sent in', sent?.txHash && <Hash value={sent.txHash} what="sending transaction" />],
            ['Outcome home', settled?.txHash && <Hash value={settled.txHash} what="settling transaction" />],
          ]}
        />
      </Section>
      <Section title={route ? `To ${handler(route.to).chain}` : 'To'}>
        <Facts
          of={[
            ['Handler', route && <HandlerName id={route.to} />],
            ['Receiver', transfer && <Hash value={transfer.receiver} what="receiver" />],
            ['Token', transfer && <Hash value={transfer.toToken} what="token on the destination" />],
            ['Delivered in', delivered?.txHash && <Hash value={delivered.txHash} what="delivering transaction" />],
            ['Outcome', message.outcome && words(message.outcome)],
            ['Deadline', sent?.detail['deadline'] && <Time at={sent.detail['deadline']} />],
          ]}
        />
      </Section>
    </div>
  );
}

const KINDS: Record<string, string> = { RECEIVE: 'For delivery', EXPIRE: 'For expiry', CALLBACK: 'For the outcome' };

function Signatures({ of }: { of: Attestations }) {
  if (of.legs.length === 0) return <Nothing>Nothing is signed yet.</Nothing>;
  return (
    <div className="pair">
      {of.legs.map((leg) => {
        const count = leg.signed.filter((one) => one.verified).length;
        return (
          <div key={leg.kind}>
            <h3>
              {KINDS[leg.kind] ?? words(leg.kind)}{' '}
              <Badge tone={leg.complete ? 'good' : 'waits'}>
                {leg.required === null ? `${leg.signed.length} signed` : `${count} of ${leg.required}`}
              </Badge>
            </h3>
            <ul className="signers">
              {leg.signed.map((one) => (
                <li key={one.validator + (one.root ?? '')}>
                  <Badge tone={one.verified ? 'good' : 'busy'}>{one.verified ? 'Signed' : 'Told'}</Badge>{' '}
                  <Hash value={one.validator} what="validator" /> <Time at={one.signedAt} />
                </li>
              ))}
              {leg.missing.map((one) => (
                <li key={one}>
                  <Badge tone="waits">Missing</Badge> <Hash value={one} what="validator" />
                </li>
              ))}
              {leg.rejected.map((one) => (
                <li key={one.validator + one.reason}>
                  <Badge tone="bad">Rejected</Badge> <Hash value={one.validator} what="validator" /> {words(one.reason)}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function GasLegs({ message, account }: { message: MessageAnswer; account: GasAccount | null }) {
  const native = useNativeDecimals();
  const decimals = native(message.route ? handler(message.route.from).chain : null);
  const { gas } = message;
  if (gas.prepaid === null && gas.required === null && account === null) {
    return <Nothing>Nothing was prepaid and nothing asked for.</Nothing>;
  }
  const prepaid = account?.prepaid ?? gas.prepaid;
  const legs = account
    ? [
        { name: 'Delivery', amount: account.spent.delivery ?? '0' },
        { name: 'Callback', amount: account.spent.callback ?? '0' },
        { name: 'Reverted', amount: account.spent.failed },
        { name: 'Margin', amount: account.margin ?? '0' },
        { name: 'Refund', amount: account.refunded ?? account.refundDue ?? '0' },
      ]
    : [
        { name: 'Spent', amount: gas.spent ?? '0' },
        { name: 'Margin', amount: gas.margin ?? '0' },
        { name: 'Refund', amount: gas.refunded ?? '0' },
      ];
  const used = sum(legs.map((leg) => leg.amount));
  const left = BigInt(prepaid ?? '0') - BigInt(used);
  const all = left > 0n ? [...legs, { name: 'Not used yet', amount: left.toString() }] : legs;
  return (
    <>
      <Facts
        of={[
          ['Required', <Amount value={account?.required ?? gas.required} decimals={decimals} />],
          ['Prepaid', <Amount value={prepaid} decimals={decimals} />],
          ['Missing', account?.missing ? <Amount value={account.missing} decimals={decimals} /> : null],
          ['State', account && words(account.state)],
        ]}
      />
      <Suspense fallback={<Loading what="the chart" />}>
        <Legs legs={all.filter((leg) => leg.amount !== '0')} decimals={decimals} />
      </Suspense>
    </>
  );
}

function Events({ message }: { message: MessageAnswer }) {
  const [raw, setRaw] = useState(false);
  const lines = message.timeline ?? [];
  return (
    <Section
      title="Events"
      aside={
        <button type="button" onClick={() => setRaw(!raw)} aria-pressed={raw}>
          Raw
        </button>
      }
    >
      {raw ? (
        <pre tabIndex={0} aria-label="Events as the API tells them">
          {JSON.stringify(lines, null, 2)}
        </pre>
      ) : (
        <Table caption="Events of the message" head={['When', 'What', 'Where', 'Transaction', 'Detail']}>
          {lines.map((line) => (
            <Event key={line.id} line={line} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function Event({ line }: { line: Line }) {
  return (
    <tr>
      <td>
        <Time at={line.at} />
      </td>
      <td>{words(line.type)}</td>
      <td>
        {line.chain ?? '—'}
        {line.block !== null && ` ${line.block}`}
      </td>
      <td>{line.txHash ? <Hash value={line.txHash} what="transaction" /> : '—'}</td>
      <td>
        <details>
          <summary>{Object.keys(line.detail).length} fields</summary>
          <dl className="detail">
            {Object.entries(line.detail).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      </td>
    </tr>
  );
}

