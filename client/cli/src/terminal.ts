// SPDX-License-Identifier: Apache-2.0
import { stripVTControlCharacters, styleText } from 'node:util';

type Colour = 'green' | 'red' | 'yellow' | 'dim' | 'bold';

const GOOD = new Set(['SETTLED', 'SUCCESS', 'PASS', 'WAIVED', 'ACTIVE', 'balanced']);
const BAD = new Set(['FAILED', 'PARKED', 'REFUSED', 'EXPIRED', 'ORPHANED', 'FAIL', 'BROKEN_OFF', 'WOULD_FAIL', 'NOT BALANCED']);

/** Where a command's answer goes: for people as lines, for programs as JSON, one value a line where they come one by one. */
export class Terminal {
  constructor(
    readonly json: boolean,
    private readonly colours = process.stdout.isTTY === true && !process.env['NO_COLOR'],
  ) {}

  /** The answer: the value itself, or what people read of it. */
  answer(value: unknown, forPeople: () => string | string[]): void {
    if (this.json) return this.line(JSON.stringify(value, null, 2));
    for (const line of [forPeople()].flat()) this.line(line);
  }

  /** One of several that come with time. */
  next(value: unknown, forPeople: () => string): void {
    this.line(this.json ? JSON.stringify(value) : forPeople());
  }

  /** What is said to people beside the answer. */
  aside(text: string): void {
    if (!this.json) process.stderr.write(`${text}\n`);
  }

  paint(colour: Colour, text: string): string {
    return this.colours ? styleText(colour, text) : text;
  }

  /** A word that says how something stands, in the colour of it. */
  standing(word: string | null | undefined): string {
    if (!word) return '';
    if (GOOD.has(word.trim())) return this.paint('green', word);
    return this.paint(BAD.has(word.trim()) ? 'red' : 'yellow', word);
  }

  private line(text: string): void {
    process.stdout.write(`${text}\n`);
  }
}

/** Columns, each as wide as its widest cell. */
export function table(rows: string[][]): string[] {
  const width = (cell: string) => stripVTControlCharacters(cell).length;
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, width(cell))), []);
  const padded = (cell: string, i: number) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - width(cell)));
  return rows.map((row) => row.map(padded).join('  ').trimEnd());
}
