import { describe, expect, it } from 'vitest';
import { bodyOf, complaintsOf, first } from './draft';

const A = `0x${'11'.repeat(20)}`;
const B = `0x${'22'.repeat(20)}`;

describe('a proposal', () => {
  it('of a route names two handlers', () => {
    expect(Object.keys(complaintsOf(first))).toEqual(['from', 'to']);
    const draft = { ...first, from: `Alpha:${A}`, to: ` Beta:${B} ` };
    expect(complaintsOf(draft)).toEqual({});
    expect(bodyOf(draft)).toEqual({ from: `Alpha:${A}`, to: `Beta:${B}`, bothWays: true });
  });

  it('of a validator set takes an address a line', () => {
    const draft = { ...first, kind: 'VALIDATORS' as const, chain: 'Alpha', required: '2', validators: `${A}\n${B}\n` };
    expect(complaintsOf(draft)).toEqual({});
    expect(bodyOf(draft)).toEqual({ chain: 'Alpha', required: 2, validators: [A, B] });
    expect(Object.keys(complaintsOf({ ...draft, validators: '0x12', required: '0' }))).toEqual(['required', 'validators']);
  });

  it('of a token says what its contract says', () => {
    const draft = { ...first, kind: 'TOKEN' as const, handler: `Alpha:${A}`, token: B, symbol: 'tBTC', decimals: '8', byTokensOwner: 'yes' };
    expect(complaintsOf(draft)).toEqual({});
    expect(bodyOf(draft)).toEqual({ handler: `Alpha:${A}`, token: B, symbol: 'tBTC', decimals: 8, byTokensOwner: true });
    expect(Object.keys(complaintsOf({ ...draft, symbol: '', decimals: '99' }))).toEqual(['symbol', 'decimals']);
  });
});
