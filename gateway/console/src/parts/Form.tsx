import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { Places, type Errors } from './fields';
import { ProblemBox } from './ProblemBox';

/**
 * A form whose troubles stand at their fields. What is wrong before it is sent keeps it from being sent; what the API
 * refuses is put where it belongs. The first field in trouble gets the focus.
 */
export function Form({
  deed,
  busyDeed,
  complaints,
  places,
  send,
  cancel,
  children,
}: {
  deed: string;
  busyDeed: string;
  /** What is wrong already. */
  complaints: () => Errors;
  /** Which fields a refusal is about. */
  places: (problem: Problem) => Errors;
  send: () => Promise<unknown>;
  cancel?: () => void;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const count = Object.keys(errors).length;

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  async function submit() {
    const wrong = complaints();
    setErrors(wrong);
    setProblem(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (thrown) {
      const refusal = Problem.from(thrown);
      setProblem(refusal);
      setErrors(places(refusal));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form ref={form} className="form" noValidate onSubmit={(event) => (event.preventDefault(), void submit())}>
      <Places value={errors}>{children}</Places>
      {problem !== null && <ProblemBox problem={problem} />}
      {problem === null && count > 0 && (
        <p role="alert" className="error">
          {count === 1 ? 'One field needs another look.' : `${count} fields need another look.`}
        </p>
      )}
      <p className="actions">
        {cancel && (
          <button type="button" onClick={cancel} disabled={busy}>
            Cancel
          </button>
        )}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? busyDeed : deed}
        </button>
      </p>
    </form>
  );
}
