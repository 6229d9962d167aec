import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Client, type Credential } from '../api/client';
import { Problem } from '../api/problem';
import type { Me } from '../api/types';
import { Loading } from '../parts/blocks';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { ARRIVAL } from './arrival';
import type { Arrival, IssuerSettings } from './issuer';
import { useDoor } from './session';

interface Ways {
  issuer: IssuerSettings | null;
}

/** Asks for a key, or lets one sign in at an issuer, and tries what that gives before it is kept. */
export function SignIn() {
  const { ended, signIn } = useDoor();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState('');
  // What the issuer said is used once, and is in the address no longer than it takes to read it.
  const [arrived] = useState(() => (pathname === ARRIVAL ? window.location.href : null));
  const ways = useQuery({ queryKey: ['/console/sign-in.json'], queryFn: askWays, staleTime: Infinity });
  const issuer = ways.data?.issuer ?? null;
  useTitle('Sign in');

  useEffect(() => {
    if (arrived === null || issuer === null) return undefined;
    let left = false;
    setBusy('issuer');
    void navigate('/', { replace: true });
    arriveOnce(issuer, arrived)
      .then(async (arrival) => {
        await tried(arrival);
        if (left) return;
        signIn({ token: arrival.token }, arrival.forget);
        void navigate(arrival.path, { replace: true });
      })
      .catch((thrown: unknown) => {
        if (left) return;
        setProblem(Problem.from(thrown));
        setBusy('');
      });
    return () => {
      left = true;
    };
  }, [arrived, issuer, navigate, signIn]);

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = String(new FormData(event.currentTarget).get('key') ?? '').trim();
    if (key === '') return;
    setBusy('key');
    setProblem(null);
    try {
      await tried({ key });
      signIn({ key });
    } catch (thrown) {
      setProblem(Problem.from(thrown));
      setBusy('');
    }
  }

  async function go(settings: IssuerSettings) {
    setBusy('issuer');
    setProblem(null);
    try {
      await (await import('./issuer')).leave(settings, pathname + search);
    } catch (thrown) {
      setProblem(Problem.from(thrown));
      setBusy('');
    }
  }

  if (arrived !== null && problem === null && !ways.isError && ways.data?.issuer !== null) {
    return (
      <main className="sign-in">
        <Loading what="who you are" />
      </main>
    );
  }
  return (
    <main className="sign-in">
      <form onSubmit={enter} className="panel">
        <h1>
          <img src="/console/icon.svg" alt="" width="28" height="28" /> Settlement console
        </h1>
        {ended !== '' && <p role="status">{ended}</p>}
        {problem && <ProblemBox problem={problem} />}
        {issuer && (
          <>
            <button type="button" className="primary" disabled={busy !== ''} onClick={() => void go(issuer)}>
              {busy === 'issuer' ? 'Signing in…' : `Sign in at ${new URL(issuer.authority).host}`}
            </button>
            <p className="or">or with a key</p>
          </>
        )}
        <label htmlFor="key">API key</label>
        <input id="key" name="key" type="password" autoComplete="off" spellCheck={false} required autoFocus aria-describedby="key-hint" />
        <p id="key-hint" className="muted">
          The one you send as X-API-Key. It is kept by this tab alone, until you sign out or close it.
        </p>
        <button type="submit" className={issuer ? '' : 'primary'} disabled={busy !== ''}>
          {busy === 'key' ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </main>
  );
}

async function askWays({ signal }: { signal: AbortSignal }): Promise<Ways> {
  const response = await fetch('/console/sign-in.json', { signal, credentials: 'omit' });
  if (!response.ok) throw await Problem.of(response);
  return (await response.json()) as Ways;
}

/** Throws what keeps this credential out. */
async function tried(credential: Credential): Promise<void> {
  await new Client(credential, () => {}).get<Me>('/v1/me');
}

const arrivals = new Map<string, Promise<Arrival>>();

/** A code is good for one use; an effect may run twice. */
function arriveOnce(settings: IssuerSettings, address: string) {
  const known = arrivals.get(address);
  if (known) return known;
  const arrival = import('./issuer').then(({ arrive }) => arrive(settings, address));
  arrivals.set(address, arrival);
  return arrival;
}
