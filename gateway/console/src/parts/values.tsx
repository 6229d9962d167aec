import { useState } from 'react';
import { formatShort, formatUnits } from '../format/amount';
import { abbreviated, handler, words } from '../format/names';
import { SIGNS, TONES, type Tone } from '../format/standing';
import { ago, local, utc } from '../format/time';
import type { Stage } from '../api/types';
import { useNow } from './now';

export function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={utc(at)}>
      {local(at)}
    </time>
  );
}

export function Ago({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={utc(at)}>
      {ago(at, now)}
    </time>
  );
}

/** Something hexadecimal: short to see, whole to copy and to hover. */
export function Hash({ value, what }: { value: string; what: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <span className="hash">
      <code title={value}>{abbreviated(value)}</code>
      <button type="button" className="quiet" onClick={copy} aria-label={copied ? `${what} copied` : `Copy ${what} ${abbreviated(value)}`}>
        {copied ? (
          <span aria-hidden="true">✓</span>
        ) : (
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M5 5h7.5v7.5H5zM9.5 5V1.5h-8v8H5" fill="none" stroke="currentColor" strokeWidth="1.3" />
          </svg>
        )}
      </button>
    </span>
  );
}

export function HandlerName({ id }: { id: string }) {
  const { chain, address } = handler(id);
  return (
    <span className="handler" title={id}>
      <strong>{chain}</strong> {address !== '' && <code>{abbreviated(address)}</code>}
    </span>
  );
}

export function RouteName({ from, to }: { from: string; to: string }) {
  return (
    <span className="route">
      <HandlerName id={from} /> <span aria-label="to">→</span> <HandlerName id={to} />
    </span>
  );
}

/** An amount, cut to what fits, whole when hovered. */
export function Amount({ value, decimals, unit = '' }: { value: string | null | undefined; decimals: number; unit?: string }) {
  if (value === null || value === undefined) return <span className="muted">—</span>;
  return (
    <span className="amount" title={`${formatUnits(value, decimals)} ${unit} (${value})`}>
      {formatShort(value, decimals)}
      {unit !== '' && <span className="muted"> {unit}</span>}
    </span>
  );
}

export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`badge ${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span> {children}
    </span>
  );
}

export function StageBadge({ stage, outcome }: { stage: Stage; outcome?: string | null | undefined }) {
  const failed = outcome === 'FAILED';
  return (
    <Badge tone={failed && stage === 'SETTLED' ? 'bad' : TONES[stage]}>
      {words(stage) + (failed ? ', failed' : '')}
    </Badge>
  );
}

/** How something stands that is said in one of few words. */
export function StatusBadge({ status, good }: { status: string; good: boolean }) {
  return <Badge tone={good ? 'good' : 'waits'}>{words(status)}</Badge>;
}
