import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ProblemBox } from './ProblemBox';

/** Asks once more, and for the reason that goes into the audit, before an operator changes something. */
export function Confirm({
  title,
  deed,
  children,
  act,
  close,
}: {
  title: string;
  deed: string;
  children: ReactNode;
  act: (because: string) => Promise<unknown>;
  close: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const reason = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const because = String(new FormData(event.currentTarget).get('because') ?? '').trim();
    if (because === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await act(because);
      dialog.current?.close();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  }

  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={close}>
      <form onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        {children}
        <label htmlFor={reason}>Because (kept in the audit)</label>
        <input id={reason} name="because" required maxLength={500} autoFocus autoComplete="off" />
        {problem !== null && <ProblemBox problem={problem} />}
        <p className="actions">
          <button type="button" onClick={() => dialog.current?.close()} disabled={busy}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={busy}>
            {busy ? 'Working…' : deed}
          </button>
        </p>
      </form>
    </dialog>
  );
}
