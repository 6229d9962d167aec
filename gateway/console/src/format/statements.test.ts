import { describe, expect, it } from 'vitest';
import { numbers, reading } from './statements';

describe('statements over time', () => {
  it('are all of them while there are few', () => {
    expect(numbers(3, 24)).toEqual([1, 2, 3]);
    expect(numbers(1, 24)).toEqual([1]);
  });

  it('are evenly apart when there are many, and end with the latest', () => {
    const some = numbers(5_000, 2_400);
    expect(some).toHaveLength(25);
    expect(some[0]).toBe(2_601);
    expect(some.at(-1)).toBe(5_000);
    expect(new Set(some).size).toBe(25);
  });
});

it('a statement is read from the text that was signed', () => {
  const text = '{"reserve":"250","circulating":"200","difference":"50","findings":["more than is booked"]}';
  const statement = { number: 7, at: '2026-11-20T12:00:00Z', text, hash: '0x1', signer: '0x2', signature: '0x3', balanced: true };
  expect(reading(statement)).toEqual({
    at: '2026-11-20T12:00:00Z',
    reserve: '250',
    circulating: '200',
    difference: '50',
    findings: ['more than is booked'],
  });
});
