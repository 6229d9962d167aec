import { describe, expect, it } from 'vitest';
import type { Line } from '../../api/onboarding';
import { decisions, instantOf, isOpen, lendable } from './procedure';

const line = (from: string, action: string, by: Line['by'] = 'OPERATOR'): Line => ({ from, action, to: 'X', by, needsReason: false });
const PROCEDURE = [line('APPLIED', 'REJECT'), line('APPLIED', 'WITHDRAW', 'APPLICANT'), line('APPLIED', 'REVIEW'), line('LIVE', 'SUSPEND')];
const APPLIED = { stage: 'APPLIED', owner: 'acme' };

describe('the procedure', () => {
  const actions = (name: string, scopes: string[], application = APPLIED) =>
    decisions(PROCEDURE, application, { name, scopes }).map((one) => one.action);

  it('lets an operator decide, what helps before what hurts', () => {
    expect(actions('ops', ['operator', 'partner'])).toEqual(['REVIEW', 'REJECT']);
    expect(actions('ops', ['operator'], { stage: 'LIVE', owner: 'acme' })).toEqual(['SUSPEND']);
  });

  it('lets who applied take it back, and nobody else', () => {
    expect(actions('acme', ['partner'])).toEqual(['WITHDRAW']);
    expect(actions('other', ['partner'])).toEqual([]);
  });

  it('looks at a step until it is done, while the application goes on', () => {
    expect(isOpen({ doneAt: null }, { stage: 'TESTNET' })).toBe(true);
    expect(isOpen({ doneAt: '2026-11-20T12:00:00Z' }, { stage: 'TESTNET' })).toBe(false);
    expect(isOpen({ doneAt: null }, { stage: 'REJECTED' })).toBe(false);
  });

  it('lends nodes of networks that were told, once they are deployed', () => {
    const deployments = { TESTNET: { chain: null, chainId: null, providers: [], settlement: '', verifier: '', gasService: '', handlers: [] } };
    expect(lendable({ stage: 'TESTNET', deployments })).toEqual(['TESTNET']);
    expect(lendable({ stage: 'SUSPENDED', deployments })).toEqual([]);
    expect(lendable({ stage: 'LIVE', deployments: {} })).toEqual([]);
  });

  it('takes a day and a time of the reader’s zone', () => {
    expect(instantOf('2027-01-04T10:30')).toBe(new Date(2027, 0, 4, 10, 30).toISOString());
    expect(instantOf('')).toBeNull();
    expect(instantOf('soon')).toBeNull();
  });
});
