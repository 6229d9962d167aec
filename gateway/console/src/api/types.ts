/** What the gateway answers, as far as the console shows it. Amounts are decimal digits of the smallest unit. */

export interface Me {
  name: string;
  scopes: string[];
}

export interface Items<T> {
  items: T[];
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export const STAGES = [
  'OBSERVED',
  'FINAL',
  'ADMITTED',
  'DELIVERING',
  'DELIVERED',
  'CALLING_BACK',
  'SETTLED',
  'REFUSED',
  'WAITING_FOR_GAS',
  'HELD',
  'PARKED',
  'EXPIRED',
  'ORPHANED',
] as const;
export type Stage = (typeof STAGES)[number];

export interface Route {
  from: string;
  to: string;
}

export interface Line {
  id: number;
  type: string;
  at: string;
  chain: string | null;
  block: number | null;
  txHash: string | null;
  detail: Record<string, string>;
}

export interface Message {
  txid: string;
  stage: Stage;
  outcome: 'SUCCESS' | 'FAILED' | null;
  sentAt: string;
  updatedAt: string;
  route: Route | null;
  sender: string | null;
  transfer: { fromToken: string; toToken: string; receiver: string; amount: string } | null;
  gas: {
    required: string | null;
    prepaid: string | null;
    spent: string | null;
    margin: string | null;
    refunded: string | null;
  };
  /** As the latest messages of its route went on from there. */
  expected?: { delivered: Moment | null; settled: Moment; measured: number; late: boolean };
  timeline?: Line[];
}

/** By then half of them were there, and 95 of 100. */
export interface Moment {
  half: string;
  most: string;
}

export interface Summary {
  since: string;
  complete: boolean;
  items: { route: Route | null; stage: Stage; messages: number }[];
}

export interface Attestations {
  txid: string;
  stage: Stage | null;
  reason: string | null;
  legs: {
    kind: string;
    digest: string | null;
    required: number | null;
    complete: boolean;
    signed: { validator: string; signedAt: string; verified: boolean; root: string | null }[];
    missing: string[];
    rejected: { validator: string; reason: string }[];
  }[];
}

export interface LedgerEntry {
  account: string;
  chain: string;
  party: string;
  amount: string;
  cause: string;
  at: string;
}

export interface GasAccount {
  txid: string;
  state: string;
  route?: string | null;
  refundTo?: string | null;
  quoteId?: string | null;
  waiver?: string | null;
  required?: string | null;
  prepaid: string;
  missing?: string | null;
  waitsFor?: string | null;
  spent: {
    deliveryNative?: string | null;
    delivery?: string | null;
    callback?: string | null;
    failed: string;
    refundTransaction?: string | null;
    total: string;
  };
  margin?: string | null;
  refundDue?: string | null;
  refunded?: string | null;
  overrun: string;
  accounts: {
    chain: string;
    payer: string;
    prepaid: string;
    worth: string;
    due?: string | null;
    way?: string | null;
    refunded?: string | null;
  }[];
  entries: LedgerEntry[];
}

export interface Chain {
  chain: string;
  family: 'EVM' | 'BITCOIN';
  profile: string;
  chainId: number;
  settlement: string;
  gasService: string;
  verifier: string;
  status: string;
  at: string;
  network?: string;
}

export interface Handler {
  handler: string;
  token: string | null;
  decimals: number;
  mode: string | null;
  artifact: string | null;
  status: string;
}

export interface RouteState {
  route: string;
  status: string;
}

export interface Validators {
  chain: string;
  epoch: number;
  required: number;
  validators: string[];
}

export interface Node {
  chain: string;
  quorum: number;
  providers: {
    name: string;
    weight: { configured?: number; percent?: number; why?: string };
    state: string;
    why: string;
    remainingSeconds: number;
    head: number;
    lag: number;
    p95Millis: number;
    calls: number;
    requests: number;
    failures: Record<string, number>;
    disagreements: number;
  }[];
}

export interface Observation {
  chain: string;
  head: number | null;
  finalHead: number | null;
  readFinal: number;
  readHead: number;
  lag: number | null;
  gaps: unknown[];
  backfills: { from: number; done: number; until: number; percent: number; etaSeconds: number }[];
  missing: unknown[];
  awaitingFinality: number;
  trouble: string[];
}

export interface Figure {
  value: number | null;
  unit: string;
  since: string | null;
}

export interface Providers {
  window: string;
  at: string;
  items: {
    provider: string;
    name: string;
    operator: string;
    watched: boolean;
    uptime: Figure;
    latencyP95: Figure;
    lagMean: Figure;
    disagreements: Figure;
    omittedLogs: Figure;
    breached: { level: string; since: string; found: string }[];
  }[];
}

export interface Lane {
  lane: string;
  submitter: string;
  lease: { working: boolean; epoch: number; until: string | null; paused: boolean; parked: string | null };
  purse: { balance: string | null; low: boolean; maxFee: string | null };
  alarms: string[];
  work: { ready: number; sent: number; mined: number; parked: number; inFlight: number };
}

export interface Waiting {
  txid: string;
  stage: Stage;
  reason: string | null;
  route: string;
  since: string;
}

export interface Decided {
  approval: number | null;
  messages: { txid: string; outcome: string; stage: Stage | null; restarted: string[]; trial: Record<string, string> }[];
}

export interface Approval {
  id: number;
  action: string;
  txids: string[];
  /** Of a limit that is to change or to end; null when messages are meant. */
  limit: number | null;
  amount: string | null;
  reason: string;
  requestedBy: string;
  requestedAt: string;
}

export interface Limit {
  limit: {
    id: number;
    kind: 'WINDOW' | 'THRESHOLD' | 'FOUR_EYES';
    chain: string;
    token: string;
    route: string | null;
    amount: string;
    duration: string;
    shadow: boolean;
    source: string;
    actor: string;
    since: string;
  };
  used: string;
  held: number;
}

export interface Stop {
  scope: string;
  subject: string;
  reason: string;
  shadow: boolean;
  detail: string;
  actor: string;
  since: string;
}

export interface AuditLine {
  id: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  reason: string;
  result: string;
}

export interface Artifact {
  artifact: string;
  handlers: { handler: string; token: string; decimals: number; mode: string; status: string }[];
}

export interface Supply {
  artifact: string;
  chains: Record<string, Record<string, string>>;
  total: string;
  inFlight: string;
  expected: string;
  unproved: number;
  balanced: boolean;
}

export interface Balances {
  artifact: string;
  seq: number;
  hash: string;
  chains: Record<string, Record<string, string>>;
}

export interface Liquidity {
  from: string;
  to: string;
  available: string | null;
  stopped: string | null;
}

export interface PayerStatement {
  payer: string;
  month: string;
  lines: { account: string; opening: string; moved: string; entries: number; closing: string }[];
  entries: { at: string; txid: string; account: string; cause: string; amount: string }[];
  next: string | null;
}

export interface Proof {
  chain: string;
  account: string;
  subject: string;
  block: number;
  books: string;
  onChain: string;
  difference: string;
  agrees: boolean;
  provedAt?: string;
  since?: string;
  detail?: string;
}

export interface Price {
  chain: string;
  baseFee: string | null;
  priorityFee: string | null;
  nativeUsd: string | null;
  sampledAt: string | null;
  stale: boolean;
  rate: { usd: string | null; refusal: string | null; why: string } | null;
}

export interface Statement {
  number: number;
  at: string;
  text: string;
  hash: string;
  signer: string;
  signature: string;
  balanced: boolean;
}
