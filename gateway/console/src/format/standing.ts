import type { Line, Message, Stage } from '../api/types';

export type Tone = 'good' | 'busy' | 'waits' | 'bad' | 'over';

/** How a stage looks: never by its colour alone, each tone has its own sign. */
export const TONES: Record<Stage, Tone> = {
  OBSERVED: 'busy',
  FINAL: 'busy',
  ADMITTED: 'busy',
  DELIVERING: 'busy',
  DELIVERED: 'busy',
  CALLING_BACK: 'busy',
  SETTLED: 'good',
  REFUSED: 'bad',
  WAITING_FOR_GAS: 'waits',
  HELD: 'waits',
  PARKED: 'bad',
  EXPIRED: 'over',
  ORPHANED: 'over',
};

export const SIGNS: Record<Tone, string> = { good: '✓', busy: '→', waits: '‖', bad: '!', over: '–' };

/** Where it stands, and what happens next. */
const STANDS: Record<Stage, string> = {
  OBSERVED: 'Its log was read. It goes on when its block is final on the source chain.',
  FINAL: 'It is final on its source. It goes on when enough validators have signed and gas is covered.',
  ADMITTED: 'It is queued for delivery.',
  DELIVERING: 'A transaction that delivers it is on its way.',
  DELIVERED: 'The destination has it. Its outcome is brought home next.',
  CALLING_BACK: 'A transaction that brings the outcome home is on its way.',
  SETTLED: 'It has ended: the source knows the outcome.',
  REFUSED: 'It is not delivered.',
  WAITING_FOR_GAS: 'What was prepaid does not cover the work.',
  HELD: 'A limit, a stop or missing liquidity holds it.',
  PARKED: 'Trying again did not help. It waits for an operator.',
  EXPIRED: 'Its deadline passed before it was delivered; the escrow goes home.',
  ORPHANED: 'Its block was replaced and it did not come back.',
};

/** What somebody can do about a reason. */
const TO_DO: Record<string, string> = {
  SIGNATURES_MISSING: 'Nothing, while validators sign. If one stays silent for minutes, ask its operator.',
  GAS_UNDECIDED: 'Nothing: it is being priced.',
  UNDERFUNDED: 'Top up the prepayment by what is missing, from any account; it goes on by itself.',
  UNKNOWN_ROUTE: 'The registry does not know the route. Register it, then redrive the message.',
  ROUTE_CLOSED: 'The route is not active. Activate it in the registry, then redrive the message.',
  CHAIN_NOT_SERVED: 'The relayer has no key on the destination. It goes on when it has one.',
  LIMIT: 'It goes on when the window has room. An operator can release it.',
  LIQUIDITY: 'It goes on when the destination can pay. Add liquidity, or let an operator release it.',
  PAUSED: 'An operator stopped chain, route or handler. It goes on when the stop ends.',
  PAUSED_ON_CHAIN: 'A guardian paused the contract. It goes on when the contract is resumed on chain.',
  REORG: 'A chain was reorganised below finality. An operator has to look and end the stop.',
  RPC: 'Nodes did not answer or disagreed. Look at the providers of the chain; it is tried again.',
  HANDLER_REVERTED: 'The handler refuses it. Find out why, mend it, then redrive the message.',
  REVERTED: 'The settlement contract refused it. See the detail, then redrive the message.',
  GAS_PRICE: 'Gas costs more than was prepaid for. It goes on when gas is cheaper or after a top-up.',
  GAS_LIMIT: 'Too little gas was left; it is tried again alone.',
  KEY_WITHOUT_FUNDS: 'The key that submits has no money. Fund it; it goes on by itself.',
  NONCE_TAKEN: 'Another transaction took the nonce; it is tried again with the next.',
  UNMENTIONED: 'The transaction did not mention the message; it is tried again.',
  EXPIRED: 'Nothing: the escrow goes home.',
  OTHER_PAYER: 'Whoever paid beside the sender claims what is left with a receipt.',
};

export interface Explanation {
  stands: string;
  reason: string | null;
  detail: string | null;
  toDo: string | null;
}

const TELLING: Partial<Record<Stage, readonly string[]>> = {
  HELD: ['MessageHeld'],
  PARKED: ['MessageParked'],
  REFUSED: ['MessageRefused'],
};

/** Why a message stands where it stands. What the relayer knows now goes before what its timeline told last. */
export function explain(message: Message, reasonNow: string | null): Explanation {
  const types = TELLING[message.stage] ?? [];
  const last = message.timeline?.findLast((line) => types.includes(line.type));
  const short = message.stage === 'WAITING_FOR_GAS';
  const moves = TONES[message.stage] === 'busy';
  const told = last?.detail['reason'] ?? (short ? 'UNDERFUNDED' : null);
  const reason = message.stage === 'SETTLED' || message.stage === 'ORPHANED' ? null : (reasonNow ?? told);
  return {
    stands: STANDS[message.stage],
    reason,
    detail: (moves ? null : last?.detail['detail']) ?? (short ? missing(message.timeline ?? []) : null),
    toDo: reason === null ? null : (TO_DO[reason] ?? null),
  };
}

function missing(timeline: Line[]): string | null {
  const amount = timeline.findLast((line) => line.type === 'GasShort')?.detail['missing'];
  return amount === undefined ? null : `${amount} of the source chain's smallest unit are missing`;
}

/** The way of a message that goes well. */
const WAY: readonly Stage[] = ['OBSERVED', 'FINAL', 'ADMITTED', 'DELIVERING', 'DELIVERED', 'CALLING_BACK', 'SETTLED'];

export interface Step {
  stage: Stage;
  line: Line | null;
  state: 'done' | 'current' | 'ahead';
}

function reaches(line: Line, stage: Stage): boolean {
  switch (stage) {
    case 'OBSERVED':
      return line.type === 'MessageObserved';
    case 'FINAL':
      return line.type === 'MessageFinal';
    case 'ADMITTED':
      return line.type === 'MessageAdmitted';
    case 'DELIVERING':
      return line.type === 'TransactionSent' && line.detail['purpose'] === 'DELIVER';
    case 'DELIVERED':
      return line.type === 'MessageDelivered';
    case 'CALLING_BACK':
      return line.type === 'TransactionSent' && line.detail['purpose'] === 'CALL_BACK';
    case 'SETTLED':
      return line.type === 'MessageSettled';
    default:
      return false;
  }
}

/** How far it came, each stage with the line that told of it last. */
export function steps(message: Message): Step[] {
  const timeline = message.timeline ?? [];
  const lines = WAY.map((stage) => timeline.findLast((line) => reaches(line, stage)) ?? null);
  const told = lines.findLastIndex((line) => line !== null);
  const furthest = Math.max(told, WAY.indexOf(message.stage));
  return WAY.map((stage, place) => {
    const over = message.stage === 'SETTLED' || place < furthest;
    const state = over ? 'done' : place === furthest ? 'current' : 'ahead';
    return { stage, line: lines[place] ?? null, state };
  });
}

/** A timeline with one more line; the same line twice is one. */
export function withLine(timeline: readonly Line[], line: Line): Line[] {
  return timeline.some((one) => one.id === line.id) ? [...timeline] : [...timeline, line].sort((a, b) => a.id - b.id);
}
