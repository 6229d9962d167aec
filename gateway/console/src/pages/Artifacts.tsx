import { useQueries } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { query } from '../api/client';
import { useFind, useGet } from '../api/queries';
import type { Artifact, Balances, Liquidity, Statement, Supply } from '../api/types';
import type { Point } from '../charts/Lines';
import { handler, words } from '../format/names';
import { numbers, reading } from '../format/statements';
import { Answer, Facts, Loading, Nothing, Section, Table } from '../parts/blocks';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { Amount, Badge, HandlerName, Hash, RouteName, StatusBadge, Time } from '../parts/values';
import { useSession } from '../session/session';

const Lines = lazy(() => import('../charts/Lines'));

/** Artifacts, and of one where it is, whether its books agree, and how its reserves went. */
export default function Artifacts() {
  const { id } = useParams();
  useTitle(id === undefined ? 'Artifacts' : `Artifact ${id}`);
  const artifacts = useGet<Artifact[]>('/v1/artifacts', { every: 30_000 });
  return (
    <>
      {id !== undefined && (
        <p>
          <Link to="/artifacts">← Artifacts</Link>
        </p>
      )}
      <h1>{id ?? 'Artifacts'}</h1>
      <Answer of={artifacts} what="artifacts">
        {(found) => {
          if (id === undefined) return <All artifacts={found} />;
          const artifact = found.find((one) => one.artifact === id);
          return artifact ? <One artifact={artifact} /> : <Nothing>No artifact is called {id}.</Nothing>;
        }}
      </Answer>
    </>
  );
}

function All({ artifacts }: { artifacts: Artifact[] }) {
  if (artifacts.length === 0) return <Nothing>No handler moves an artifact yet.</Nothing>;
  return (
    <div className="cards">
      {artifacts.map((one) => (
        <Section
          key={one.artifact}
          title={one.artifact}
          aside={<Link to={`/artifacts/${encodeURIComponent(one.artifact)}`}>Books of {one.artifact}</Link>}
        >
          <ul className="signers">
            {one.handlers.map((mover) => (
              <li key={mover.handler}>
                <HandlerName id={mover.handler} /> <StatusBadge status={mover.status} good={mover.status === 'ACTIVE'} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

/** The finest unit among the handlers: their amounts agree on it where the books are sound. */
function digits(artifact: Artifact): number {
  return Math.max(0, ...artifact.handlers.map((one) => one.decimals));
}

function One({ artifact }: { artifact: Artifact }) {
  const path = `/v1/artifacts/${encodeURIComponent(artifact.artifact)}`;
  const supply = useFind<Supply>(`${path}/supply`, { every: 10_000 });
  const liquidity = useFind<Liquidity[]>(`${path}/liquidity`, { every: 10_000 });
  const decimals = digits(artifact);
  const even = artifact.handlers.every((one) => one.decimals === decimals);
  return (
    <>
      {!even && <p className="muted">Its handlers count in different units; amounts below are in the finest, {decimals} digits.</p>}
      <Section title="Supply">
        <Answer of={supply} what="supply">
          {(found) =>
            found === null ? (
              <Nothing>Nothing is booked yet.</Nothing>
            ) : (
              <>
                <Facts
                  of={[
                    ['Books', <Badge tone={found.balanced ? 'good' : 'bad'}>{found.balanced ? 'Balanced' : 'Out of balance'}</Badge>],
                    ['Total change', <Amount value={found.total} decimals={decimals} />],
                    ['In flight', <Amount value={found.inFlight} decimals={decimals} />],
                    ['Expected', <Amount value={found.expected} decimals={decimals} />],
                    ['Unproved messages', found.unproved],
                  ]}
                />
                <ByChain chains={found.chains} decimals={decimals} />
              </>
            )
          }
        </Answer>
      </Section>
      <Proven path={path} decimals={decimals} />
      <Balance path={path} decimals={decimals} />
      <Section title="Liquidity">
        <Answer of={liquidity} what="liquidity">
          {(found) =>
            found === null || found.length === 0 ? (
              <Nothing>No route of it is known.</Nothing>
            ) : (
              <Table caption="What can arrive over each route" head={['Route', { number: 'Available' }, 'Stopped']}>
                {found.map((one) => (
                  <tr key={one.from + one.to}>
                    <td>
                      <RouteName from={one.from} to={one.to} />
                    </td>
                    <td className="number">
                      {one.available === null ? 'as much as is minted' : <Amount value={one.available} decimals={decimals} />}
                    </td>
                    <td>{one.stopped === null ? <Badge tone="good">Open</Badge> : <Badge tone="bad">{one.stopped}</Badge>}</td>
                  </tr>
                ))}
              </Table>
            )
          }
        </Answer>
      </Section>
      <Section title="Handlers">
        <Table caption="Handlers that move it" head={['Handler', 'Token', 'Mode', { number: 'Digits' }, 'Status']}>
          {artifact.handlers.map((one) => (
            <tr key={one.handler}>
              <td>
                <HandlerName id={one.handler} />
              </td>
              <td>
                <Hash value={one.token} what={`token on ${handler(one.handler).chain}`} />
              </td>
              <td>{words(one.mode)}</td>
              <td className="number">{one.decimals}</td>
              <td>
                <StatusBadge status={one.status} good={one.status === 'ACTIVE'} />
              </td>
            </tr>
          ))}
        </Table>
      </Section>
    </>
  );
}

function ByChain({ chains, decimals }: { chains: Record<string, Record<string, string>>; decimals: number }) {
  if (Object.keys(chains).length === 0) return null;
  const accounts = [...new Set(Object.values(chains).flatMap((one) => Object.keys(one)))];
  return (
    <Table caption="Accounts of each chain" head={['Chain', ...accounts.map((account) => ({ number: words(account) }))]}>
      {Object.entries(chains).map(([chain, amounts]) => (
        <tr key={chain}>
          <td>{chain}</td>
          {accounts.map((account) => (
            <td key={account} className="number">
              <Amount value={amounts[account]} decimals={decimals} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

const DAY = 86_400_000;
const WINDOWS = [1, 7, 30, 90] as const;
const MOMENTS = 24;

/** Moments of a window; whole steps of the clock, so that what was asked once is not asked again. */
export function moments(days: number, now: number): string[] {
  const step = (days * DAY) / MOMENTS;
  const last = Math.floor(now / step) * step;
  return Array.from({ length: MOMENTS + 1 }, (_, place) => new Date(last - (MOMENTS - place) * step).toISOString());
}

const BACK = [24, 240, 2400] as const;

/** What is proved and signed: the reserve beside what circulates, statement by statement. */
function Proven({ path, decimals }: { path: string; decimals: number }) {
  const { client } = useSession();
  const [back, setBack] = useState<number>(BACK[0]);
  const latest = useFind<Statement>(`${path}/statements/latest`, { every: 15_000 });
  const asked = latest.data ? numbers(latest.data.number, back) : [];
  const answers = useQueries({
    queries: asked.map((number) => ({
      queryKey: [`${path}/statements`, number],
      queryFn: ({ signal }: { signal: AbortSignal }) => client.get<Statement>(`${path}/statements/${number}`, signal),
      staleTime: Infinity,
    })),
  });
  const problem = answers.find((one) => one.isError)?.error;
  const readings = answers.flatMap((one) => (one.data ? [reading(one.data)] : []));
  return (
    <Section
      title="Reserves over time"
      aside={
        <label>
          Latest statements{' '}
          <select value={back} onChange={(event) => setBack(Number(event.target.value))}>
            {BACK.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      }
    >
      <Answer of={latest} what="statements">
        {(found) => (found === null ? <Nothing>No statement of its reserves was signed.</Nothing> : <Signed of={found} decimals={decimals} />)}
      </Answer>
      {problem && <ProblemBox problem={problem} />}
      {asked.length > 0 &&
        (readings.length === 0 ? (
          !problem && <Loading what="past statements" />
        ) : (
          <Suspense fallback={<Loading what="the chart" />}>
            <Lines
              points={readings.map((one) => ({ at: one.at, amounts: { Reserve: one.reserve, Circulating: one.circulating } }))}
              decimals={decimals}
              title="Reserve and what circulates, as signed"
            />
          </Suspense>
        ))}
    </Section>
  );
}

function Signed({ of, decimals }: { of: Statement; decimals: number }) {
  const said = reading(of);
  return (
    <>
      <Facts
        of={[
          ['Statement', of.number],
          ['Signed', <Time at={of.at} />],
          ['By', <Hash value={of.signer} what="signer" />],
          ['Proof', <Badge tone={of.balanced ? 'good' : 'bad'}>{of.balanced ? 'Balanced' : 'Out of balance'}</Badge>],
          ['Reserve', <Amount value={said.reserve} decimals={decimals} />],
          ['Circulating', <Amount value={said.circulating} decimals={decimals} />],
          ['Difference', <Amount value={said.difference} decimals={decimals} />],
        ]}
      />
      {said.findings.map((one) => (
        <p key={one}>
          <Badge tone="bad">Found</Badge> {one}
        </p>
      ))}
    </>
  );
}

/** How escrow, holdings and liquidity went, by the books as they were at each moment. */
function Balance({ path, decimals }: { path: string; decimals: number }) {
  const { client } = useSession();
  const [days, setDays] = useState<number>(7);
  const [now] = useState(() => Date.now());
  const asked = [...moments(days, now), new Date(now).toISOString()];
  const answers = useQueries({
    queries: asked.map((at) => ({
      queryKey: [`${path}/balances`, at],
      queryFn: ({ signal }: { signal: AbortSignal }) => client.get<Balances>(`${path}/balances${query({ at })}`, signal),
      staleTime: Infinity,
    })),
  });
  const problem = answers.find((one) => one.isError)?.error;
  const points = answers.flatMap((one, place) => (one.data ? [point(asked[place] ?? '', one.data)] : []));
  return (
    <Section
      title="Books over time"
      aside={
        <label>
          Days{' '}
          <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {WINDOWS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      }
    >
      {problem && <ProblemBox problem={problem} />}
      {points.length < asked.length ? (
        !problem && <Loading what="past balances" />
      ) : (
        <Suspense fallback={<Loading what="the chart" />}>
          <Lines points={points} decimals={decimals} title="Balances by the books: change since they began" />
        </Suspense>
      )}
    </Section>
  );
}

/** What backs the artifact on each chain; issuance only mirrors it. */
export function point(at: string, balances: Balances): Point {
  const amounts: Record<string, string> = {};
  for (const [chain, accounts] of Object.entries(balances.chains)) {
    for (const [account, amount] of Object.entries(accounts)) {
      if (!/issuance/i.test(account)) amounts[`${chain} ${words(account).toLowerCase()}`] = amount;
    }
  }
  return { at, amounts };
}
