const LOCAL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** In the reader's own zone and language. */
export function local(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : LOCAL.format(date);
}

/** As it is recorded, to the second. */
export function utc(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : date.toISOString().replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
}

const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** The two largest units of a span of seconds. */
export function span(seconds: number): string {
  let left = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    if (left >= size && parts.length < 2) {
      parts.push(`${Math.floor(left / size)} ${unit}`);
      left %= size;
    } else if (parts.length > 0) {
      break;
    }
  }
  return parts.length === 0 ? '0 s' : parts.join(' ');
}

/** How long ago; what lies ahead of this machine's clock was just now. */
export function ago(instant: string, now: number): string {
  const seconds = (now - new Date(instant).getTime()) / 1000;
  return seconds < 1 ? 'just now' : `${span(seconds)} ago`;
}

/** Between two moments, with milliseconds while it is short. */
export function between(from: string, to: string): string {
  const millis = new Date(to).getTime() - new Date(from).getTime();
  return millis < 10_000 ? `${(Math.max(0, millis) / 1000).toFixed(1)} s` : span(millis / 1000);
}

const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** An ISO 8601 duration as people say it; nothing for none. */
export function duration(text: string): string {
  const match = ISO_DURATION.exec(text);
  if (!match) return text;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const all = ((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return all === 0 ? '' : span(all);
}
