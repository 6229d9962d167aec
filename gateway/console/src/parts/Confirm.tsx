import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { Places, placesOf, type Errors } from './fields';
import { ProblemBox } from './ProblemBox';

const LONGEST = 500;

/**
 * Asks once more before something is changed, and for the reason that goes into the audit. Fields among the children
 * are handed over with it.
 */
export function Confirm({
  title,
  deed,
  children,
  act,
  close,
  reason = 'required',
  longest = LONGEST,
  hurts = false,
}: {
  title: string;
  deed: string;
  children: ReactNode;
  act: (because: string, given: FormData) => Promise<unknown>;
  close: () => void;
  reason?: 'required' | 'optional' | 'none';
  /** Letters of a reason. */
  longest?: number;
  /** Whether it takes something away. */
  hurts?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const queries = useQueryClient();
  const heading = useId();
  const because = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [errors, setErrors] = useState<Errors>({});

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = String(given.get('because') ?? '').trim();
    if (reason === 'required' && said === '') return;
    setBusy(true);
    setProblem(null);
    setErrors({});
    try {
      await act(said, given);
      // At once: its event comes later, when somebody may have opened the next one.
      dialog.current?.close();
      close();
    } catch (thrown) {
      const refusal = Problem.from(thrown);
      setProblem(refusal);
      setErrors(placesOf(refusal));
      setBusy(false);
      if (refusal.isStale) void queries.invalidateQueries();
    }
  }

  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={close}>
      <form onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        <Places value={errors}>{children}</Places>
        {reason !== 'none' && (
          <>
            <label htmlFor={because}>
              {reason === 'required' ? 'Because (kept in the audit)' : 'Because (optional, kept in the audit)'}
            </label>
            <input
              id={because}
              name="because"
              required={reason === 'required'}
              maxLength={longest}
              autoFocus
              autoComplete="off"
            />
          </>
        )}
        {problem !== null && <ProblemBox problem={problem} />}
        <p className="actions">
          <button type="button" onClick={() => dialog.current?.close()} disabled={busy}>
            Cancel
          </button>
          <button type="submit" className={hurts ? 'danger' : 'primary'} disabled={busy}>
            {busy ? 'Working…' : deed}
          </button>
        </p>
      </form>
    </dialog>
  );
}
