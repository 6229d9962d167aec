import type { Primitive, PrimitiveState, Registration, RegistrationState } from '../../api/registrations';
import type { Tone } from '../../format/standing';

export const REGISTRATIONS: Record<RegistrationState, Tone> = { OPEN: 'waits', REGISTERED: 'good', WITHDRAWN: 'over', EXPIRED: 'over' };

export const PRIMITIVES: Record<PrimitiveState, Tone> = {
  DRAFT: 'busy',
  SUBMITTED: 'waits',
  REFUSED: 'bad',
  ADMITTED: 'busy',
  LIVE: 'good',
  WITHDRAWN: 'over',
};

/** Why a registration is not in the book, in a line; empty when it is, or is over. */
export function reason(of: Registration): string {
  if (of.state !== 'OPEN') return '';
  const wrong = of.findings.filter((one) => one.verdict === 'FAIL').length;
  const unknown = of.findings.filter((one) => one.verdict === 'UNKNOWN').length;
  const signed = of.signatories.filter((one) => one.signer).length;
  return [
    signed < of.signatories.length ? `${signed} of ${of.signatories.length} signed` : '',
    wrong > 0 ? `${wrong} ${wrong === 1 ? 'differs' : 'differ'}` : '',
    unknown > 0 ? `${unknown} could not be asked` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What an operator may decide of a primitive. */
export interface PrimitiveDeed {
  name: string;
  path: 'submit' | 'admit' | 'refuse' | 'withdraw';
  does: string;
  hurts: boolean;
}

const SUBMIT: PrimitiveDeed = { name: 'Submit', path: 'submit', does: 'It is handed in for a decision.', hurts: false };
const ADMIT: PrimitiveDeed = { name: 'Admit', path: 'admit', does: 'Its contracts are read from then on; once they say what it says, it is live.', hurts: false };
const REFUSE: PrimitiveDeed = { name: 'Refuse', path: 'refuse', does: 'It may be mended and handed in again.', hurts: true };
const WITHDRAW: PrimitiveDeed = { name: 'Withdraw', path: 'withdraw', does: 'Nothing more is minted by it.', hurts: true };

export function deeds(of: Primitive): readonly PrimitiveDeed[] {
  if (of.state === 'DRAFT') return [SUBMIT];
  if (of.state === 'SUBMITTED') return [ADMIT, REFUSE];
  return of.state === 'ADMITTED' || of.state === 'LIVE' ? [WITHDRAW] : [];
}
