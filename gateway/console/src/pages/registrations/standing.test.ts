import { describe, expect, it } from 'vitest';
import type { Primitive, Registration } from '../../api/registrations';
import { deeds, reason } from './standing';

const open = {
  state: 'OPEN',
  signatories: [{ contract: 'Alpha:0x11', signer: '0x22' }, { contract: 'Beta:0x33' }],
  findings: [
    { id: 'a', verdict: 'PASS', what: '', expected: '', found: '' },
    { id: 'b', verdict: 'FAIL', what: '', expected: '', found: '' },
    { id: 'c', verdict: 'UNKNOWN', what: '', expected: '', found: '' },
  ],
} as unknown as Registration;

describe('why a registration waits', () => {
  it('is who has not signed and what differs', () => {
    expect(reason(open)).toBe('1 of 2 signed, 1 differs, 1 could not be asked');
  });

  it('is nothing once it is in the book or over', () => {
    expect(reason({ ...open, state: 'REGISTERED' })).toBe('');
    expect(reason({ ...open, state: 'EXPIRED' })).toBe('');
  });
});

describe('what an operator decides of a primitive', () => {
  const names = (state: Primitive['state']) => deeds({ state } as Primitive).map((one) => one.path);

  it('follows from where it stands', () => {
    expect(names('DRAFT')).toEqual(['submit']);
    expect(names('SUBMITTED')).toEqual(['admit', 'refuse']);
    expect(names('LIVE')).toEqual(['withdraw']);
    expect(names('REFUSED')).toEqual([]);
    expect(names('WITHDRAWN')).toEqual([]);
  });
});
