import type { Statement } from '../api/types';

/** What a signed statement says, as far as it is shown. */
export interface Reading {
  at: string;
  reserve: string;
  circulating: string;
  difference: string;
  findings: string[];
}

function digits(value: unknown): string {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? value : '0';
}

/** Reads the text that was signed. */
export function reading(statement: Statement): Reading {
  const said = JSON.parse(statement.text) as Record<string, unknown>;
  return {
    at: statement.at,
    reserve: digits(said['reserve']),
    circulating: digits(said['circulating']),
    difference: digits(said['difference']),
    findings: Array.isArray(said['findings']) ? said['findings'].map(String) : [],
  };
}

const MOST = 25;

/** Numbers of statements from so many back to the latest, evenly apart, the latest always among them. */
export function numbers(latest: number, back: number): number[] {
  const first = Math.max(1, latest - back + 1);
  const count = Math.min(MOST, latest - first + 1);
  const step = count < 2 ? 0 : (latest - first) / (count - 1);
  return Array.from({ length: count }, (_, place) => Math.round(first + place * step));
}
