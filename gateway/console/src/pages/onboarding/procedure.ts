import type { ApplicationDetail, Line, Network, StepView, Verdict } from '../../api/onboarding';
import type { Me } from '../../api/types';
import type { Tone } from '../../format/standing';
import { rights } from '../../session/rights';

export const STAGES: Record<string, Tone> = {
  LIVE: 'good',
  SUSPENDED: 'bad',
  RETIRED: 'over',
  REJECTED: 'bad',
  WITHDRAWN: 'over',
};
export const VERDICTS: Record<Verdict, Tone> = { PASS: 'good', FAIL: 'bad', WAIVED: 'over', UNKNOWN: 'waits' };

/** What happens next, by stage. */
export const NEXT: Record<string, string> = {
  APPLIED: 'An operator reads it next.',
  REVIEWING: 'It is being read. Both sides can comment; then a call is arranged.',
  CALL_SCHEDULED: 'The call takes place next; it can be given another time.',
  CONFORMANCE: 'Ask for a conformance run. When the latest complete report passed, check the step.',
  TESTNET: 'The contracts are deployed, told and checked, step by step; then those of the main network.',
  MAINNET_DEPLOYED: 'Everything was found as it should be. An operator puts the chain into use.',
  LIVE: 'It is in use, and compared with what was admitted.',
  SUSPENDED: 'It is stopped for now.',
  RETIRED: 'It has ended for good.',
  REJECTED: 'It was refused. Its team can apply again.',
  WITHDRAWN: 'Its team took it back, and can apply again.',
};

/** What an action does, for who is about to do it. */
export const DOES: Record<string, string> = {
  REVIEW: 'Whoever applied sees that it is being read.',
  SCHEDULE_CALL: 'Whoever applied sees the time.',
  HOLD_CALL: 'The conformance suite decides what happens next.',
  GO_LIVE: 'The main network is looked at once more, and from now on compared with what is there. The chain is put into use.',
  SUSPEND: 'The chain is stopped in the book: its messages wait.',
  RESUME: 'The chain is put into use again.',
  RETIRE: 'The chain leaves the book for good. This cannot be taken back.',
  REJECT: 'The application ends. This cannot be taken back; its team can apply again.',
  WITHDRAW: 'The application ends. This cannot be taken back; you can apply again.',
};

/** What takes something away from somebody. */
const HURTING = new Set(['SUSPEND', 'RETIRE', 'REJECT', 'WITHDRAW']);

export function hurts(action: string): boolean {
  return HURTING.has(action);
}

/** What this caller may do with an application now, what helps before what hurts. */
export function decisions(
  procedure: readonly Line[],
  application: Pick<ApplicationDetail, 'stage' | 'owner'>,
  me: Me,
): Line[] {
  const operator = rights(me.scopes).acts;
  return procedure
    .filter((line) => line.from === application.stage)
    .filter((line) => (line.by === 'OPERATOR' ? operator : application.owner === me.name))
    .sort((a, b) => Number(hurts(a.action)) - Number(hurts(b.action)));
}

/** A step can be looked at until it is done, as long as its application goes on; it is told of when its stage begins. */
export function isOpen(step: Pick<StepView, 'doneAt'>, application: Pick<ApplicationDetail, 'stage'>): boolean {
  return step.doneAt === null && ['CONFORMANCE', 'TESTNET'].includes(application.stage);
}

/** Whose nodes running services may be told, and when. */
export function lendable(application: Pick<ApplicationDetail, 'stage' | 'deployments'>): Network[] {
  const far = ['TESTNET', 'MAINNET_DEPLOYED', 'LIVE'].includes(application.stage);
  return far ? (Object.keys(application.deployments) as Network[]) : [];
}

/** What was picked in a field of day and time, in this zone, as the API takes it; null when it is no time. */
export function instantOf(picked: string): string | null {
  const date = new Date(picked);
  return picked === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
