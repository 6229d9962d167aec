import { Problem } from '../api/problem';

/** A refusal with all that helps whoever is asked about it. */
export function ProblemBox({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const said = Problem.from(problem);
  return (
    <div role="alert" className="problem">
      <strong>{said.title}</strong>
      {said.detail !== '' && <p>{said.detail}</p>}
      {said.isStale && <p>What is shown here was read again.</p>}
      <p className="muted">
        {said.code !== '' && (
          <>
            Code <code>{said.code}</code>
          </>
        )}
        {said.requestId !== '' && (
          <>
            {' '}
            · Request <code>{said.requestId}</code>
          </>
        )}
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
