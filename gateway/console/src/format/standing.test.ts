import { describe, expect, it } from 'vitest';
import type { Line, Message, Stage } from '../api/types';
import { SIGNS, TONES, explain, steps, withLine } from './standing';

function line(id: number, type: string, detail: Record<string, string> = {}): Line {
  return { id, type, at: '2026-11-22T10:00:00Z', chain: null, block: null, txHash: null, detail };
}

function message(stage: Stage, timeline: Line[]): Message {
  return {
    txid: '0x1',
    stage,
    outcome: null,
    sentAt: '',
    updatedAt: '',
    route: null,
    sender: null,
    transfer: null,
    gas: { required: null, prepaid: null, spent: null, margin: null, refunded: null },
    timeline,
  };
}

describe('why a message waits', () => {
  it('is the last thing that was told of it', () => {
    const held = message('HELD', [
      line(1, 'MessageHeld', { reason: 'PAUSED', detail: 'chain Beta: maintenance' }),
      line(2, 'MessageReleased'),
      line(3, 'MessageHeld', { reason: 'LIMIT', detail: 'limit 4' }),
    ]);
    expect(explain(held, null)).toMatchObject({ reason: 'LIMIT', detail: 'limit 4' });
    expect(explain(held, null).toDo).toContain('release');
  });

  it('is what the relayer knows now, when it says', () => {
    expect(explain(message('FINAL', []), 'SIGNATURES_MISSING').reason).toBe('SIGNATURES_MISSING');
    expect(explain(message('HELD', [line(1, 'MessageHeld', { reason: 'LIMIT' })]), 'LIQUIDITY').reason).toBe('LIQUIDITY');
  });

  it('is told with what is missing when gas is short', () => {
    const short = message('WAITING_FOR_GAS', [line(1, 'GasShort', { missing: '77' })]);
    expect(explain(short, null)).toMatchObject({ reason: 'UNDERFUNDED' });
    expect(explain(short, null).detail).toContain('77');
  });

  it('is nothing once it has settled, whatever was said before', () => {
    const settled = message('SETTLED', [line(1, 'MessageParked', { reason: 'REVERTED', detail: 'x' })]);
    expect(explain(settled, 'REVERTED')).toMatchObject({ reason: null, toDo: null, detail: null });
  });
});

describe('the way of a message', () => {
  it('is done up to where it stands', () => {
    const way = steps(message('DELIVERING', [line(1, 'MessageObserved'), line(2, 'TransactionSent', { purpose: 'DELIVER' })]));
    expect(way.map((step) => step.state)).toEqual(['done', 'done', 'done', 'current', 'ahead', 'ahead', 'ahead']);
    expect(way[3]?.line?.id).toBe(2);
    expect(way[1]?.line).toBeNull();
  });

  it('shows how far a parked one came', () => {
    const way = steps(message('PARKED', [line(1, 'MessageObserved'), line(2, 'MessageAdmitted')]));
    expect(way.map((step) => step.state).slice(0, 4)).toEqual(['done', 'done', 'current', 'ahead']);
  });

  it('is done to the end when it settled', () => {
    expect(steps(message('SETTLED', [])).every((step) => step.state === 'done')).toBe(true);
  });
});

describe('lines that come live', () => {
  it('are kept once and in order', () => {
    const all = withLine(withLine([line(1, 'a')], line(3, 'c')), line(2, 'b'));
    expect(withLine(all, line(2, 'b')).map((one) => one.id)).toEqual([1, 2, 3]);
  });
});

it('no two tones share a sign', () => {
  expect(new Set(Object.values(SIGNS)).size).toBe(Object.keys(SIGNS).length);
  expect(Object.values(TONES).every((tone) => SIGNS[tone] !== '')).toBe(true);
});
