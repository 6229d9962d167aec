/** Amounts are decimal digits of the smallest unit. They are never turned into floats. */

const DIGITS = /^-?\d+$/;
const MINUS = '\u2212';

/** Puts a thin space between groups of three digits. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

/** The whole amount with its point in place, without zeros at the end; text that is no amount stays as it is. */
export function formatUnits(amount: string, decimals: number): string {
  if (!DIGITS.test(amount)) return amount;
  const value = BigInt(amount);
  const sign = value < 0n ? MINUS : '';
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  return sign + grouped(whole) + (fraction === '' ? '' : '.' + fraction);
}

/** The same cut to so many digits after the point, towards zero; "<" tells that something small was cut to nothing. */
export function formatShort(amount: string, decimals: number, most = 6): string {
  if (!DIGITS.test(amount) || decimals <= most) return formatUnits(amount, decimals);
  const unit = 10n ** BigInt(decimals - most);
  const cut = BigInt(amount) / unit;
  if (cut === 0n && BigInt(amount) !== 0n) {
    return `${BigInt(amount) < 0n ? '>' + MINUS : '<'}0.${'0'.repeat(most - 1)}1`;
  }
  return formatUnits(cut.toString(), most);
}

/** Sums of amounts; what is missing counts as nothing. */
export function sum(amounts: readonly (string | null | undefined)[]): string {
  return amounts.reduce<bigint>((all, one) => all + BigInt(one ?? '0'), 0n).toString();
}

/** How much of a whole, in thousandths from 0 to 1000; for the length of a bar. */
export function thousandths(part: string, whole: string): number {
  const all = BigInt(whole);
  if (all <= 0n) return 0;
  const share = (BigInt(part) * 1000n) / all;
  return Number(share < 0n ? 0n : share > 1000n ? 1000n : share);
}

/**
 * Where an amount lies, for drawing alone: so many of its leading digits as a number can hold, in units of the token.
 */
export function forDrawing(amount: string, decimals: number): number {
  const kept = 9;
  const value = BigInt(amount);
  if (decimals <= kept) return Number(value) / 10 ** decimals;
  return Number(value / 10n ** BigInt(decimals - kept)) / 10 ** kept;
}

/** What somebody typed, in the smallest unit; null when it is no amount above zero, or finer than the unit. */
export function parseUnits(text: string, decimals: number): string | null {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || fraction.length > decimals) return null;
  const amount = BigInt(whole + fraction.padEnd(decimals, '0'));
  return amount === 0n ? null : String(amount);
}
