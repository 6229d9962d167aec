import { describe, expect, it } from 'vitest';
import type { Found, Verdict } from '../../api/onboarding';
import { areas, isOver, lastTwo, tally, trialOf, worstFirst } from './progress';

const found = (requirement: string, verdict: Verdict): Found => ({ requirement, verdict, reason: '', at: '2026-11-20T12:00:00Z', tookMs: 1 });
const FOUND = [found('SLA-01', 'UNKNOWN'), found('EVM-02', 'PASS'), found('EVM-01', 'PASS'), found('PROV-01', 'FAIL')];

describe('a run', () => {
  it('shows what is not met first', () => {
    expect(worstFirst(FOUND).map((one) => one.requirement)).toEqual(['PROV-01', 'SLA-01', 'EVM-01', 'EVM-02']);
    expect(tally(FOUND)).toBe('2 met, 1 broken, 1 not known');
  });

  it('is over when it came to its report or was broken off', () => {
    expect((['WAITING', 'RUNNING', 'FINISHED', 'BROKEN_OFF'] as const).map((state) => isOver({ state }))).toEqual([false, false, true, true]);
  });

  it('looks at areas that the requirements have', () => {
    const demand = (id: string) => ({ id, area: id.split('-')[0]!, title: '', text: '', mandatory: true });
    expect(areas([demand('EVM-01'), demand('EVM-02'), demand('PRE-01')])).toEqual(['EVM', 'PRE']);
  });

  it('of a handler is told only what was filled in', () => {
    const given = new FormData();
    given.set('trial.peer', ' Beta:0x22 ');
    given.set('trial.gas', '300000');
    given.set('trial.message', '');
    expect(trialOf(given)).toEqual({ peer: 'Beta:0x22', gas: 300000 });
  });
});

describe('versions', () => {
  it('are compared with the one before', () => {
    expect(lastTwo([{ version: 9 }, { version: 10 }, { version: 2 }])).toEqual({ from: 9, to: 10 });
    expect(lastTwo([{ version: 1 }])).toBeNull();
  });
});
