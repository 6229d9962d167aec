import { describe, expect, it } from 'vitest';
import { ago, between, duration, span, utc } from './time';

describe('times', () => {
  it('are told in UTC to the second', () => {
    expect(utc('2026-11-22T10:11:12.345Z')).toBe('2026-11-22 10:11:12 UTC');
    expect(utc('soon')).toBe('soon');
  });

  it('are spans of at most two units that stand beside each other', () => {
    expect(span(0)).toBe('0 s');
    expect(span(59)).toBe('59 s');
    expect(span(3_661)).toBe('1 h 1 min');
    expect(span(86_400 * 3 + 5)).toBe('3 d');
  });

  it('that lie ahead of this clock were just now', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(ago('2026-11-22T10:00:05Z', now)).toBe('just now');
    expect(ago('2026-11-22T09:58:00Z', now)).toBe('2 min ago');
  });

  it('lie between two moments, finely while it is short', () => {
    expect(between('2026-11-22T10:00:00Z', '2026-11-22T10:00:01.25Z')).toBe('1.3 s');
    expect(between('2026-11-22T10:00:00Z', '2026-11-22T10:05:00Z')).toBe('5 min');
    expect(between('2026-11-22T10:00:01Z', '2026-11-22T10:00:00Z')).toBe('0.0 s');
  });

  it('read ISO durations', () => {
    expect(duration('PT24H')).toBe('1 d');
    expect(duration('PT1H30M')).toBe('1 h 30 min');
    expect(duration('PT0S')).toBe('');
    expect(duration('whatever')).toBe('whatever');
  });
});
