import { useId, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemBox } from './ProblemBox';

export function Section({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="panel">
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** What a column is called; one of numbers stands to the right. */
export type Head = string | { number: string };

/** A table that scrolls by itself where it does not fit. */
export function Table({ caption, head, children }: { caption: string; head: readonly Head[]; children: ReactNode }) {
  return (
    <div className="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((title) =>
              typeof title === 'string' ? (
                <th key={title} scope="col">
                  {title}
                </th>
              ) : (
                <th key={title.number} scope="col" className="number">
                  {title.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <p role="status" className="muted">
      Loading {what}…
    </p>
  );
}

export function Nothing({ children }: { children: ReactNode }) {
  return <p className="muted nothing">{children}</p>;
}

/** What a question came to: the answer, or why there is none (yet). An answer stays while it is asked again. */
export function Answer<T>({
  of,
  what,
  children,
}: {
  of: UseQueryResult<T>;
  what: string;
  children: (answer: T) => ReactNode;
}) {
  if (of.data !== undefined) {
    return (
      <>
        {of.isError && <ProblemBox problem={of.error} retry={() => void of.refetch()} />}
        {children(of.data)}
      </>
    );
  }
  if (of.isError) return <ProblemBox problem={of.error} retry={() => void of.refetch()} />;
  return <Loading what={what} />;
}

/** Names with values. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
