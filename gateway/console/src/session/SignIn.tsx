import { useState, type FormEvent } from 'react';
import { Client } from '../api/client';
import { Problem } from '../api/problem';
import type { Me } from '../api/types';
import { ProblemBox } from '../parts/ProblemBox';
import { useTitle } from '../parts/title';
import { useDoor } from './session';

/** Asks for a key and tries it before it is kept. */
export function SignIn() {
  const { ended, signIn } = useDoor();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle('Sign in');

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = String(new FormData(event.currentTarget).get('key') ?? '').trim();
    if (key === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await new Client(key, () => {}).get<Me>('/v1/me');
      signIn(key);
    } catch (thrown) {
      setProblem(Problem.from(thrown));
      setBusy(false);
    }
  }

  return (
    <main className="sign-in">
      <form onSubmit={enter} className="panel">
        <h1>
          <img src="/console/icon.svg" alt="" width="28" height="28" /> Settlement console
        </h1>
        {ended !== '' && <p role="status">{ended}</p>}
        <label htmlFor="key">API key</label>
        <input id="key" name="key" type="password" autoComplete="off" spellCheck={false} required autoFocus aria-describedby="key-hint" />
        <p id="key-hint" className="muted">
          The one you send as X-API-Key. It is kept by this tab alone, until you sign out or close it.
        </p>
        {problem && <ProblemBox problem={problem} />}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </main>
  );
}
