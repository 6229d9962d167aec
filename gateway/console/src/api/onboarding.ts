/** What the registry answers about chains and handlers on their way into the book. */

export type Verdict = 'PASS' | 'FAIL' | 'WAIVED' | 'UNKNOWN';
export type Network = 'TESTNET' | 'MAINNET';

export interface Application {
  id: string;
  owner: string;
  chain: string;
  chainId: number;
  stage: string;
  appliedAt: string;
}

export interface Provider {
  url: string;
  webSocketUrl: string | null;
  operator: string;
}

/** What a chain's team says of itself. */
export interface Paper {
  chain: string;
  chainId: number;
  providers: Provider[];
  contacts: { name: string; email: string }[];
  documents: { kind: string; url: string }[];
  declaration: unknown;
}

export interface StatedHandler {
  address: string;
  token: string;
  decimals: number;
  mode: string;
  counterparts: string[];
}

/** Where contracts were deployed; what is null is the application's. */
export interface Deployment {
  chain: string | null;
  chainId: number | null;
  providers: Provider[];
  settlement: string;
  verifier: string;
  gasService: string;
  handlers: StatedHandler[];
}

export interface Finding {
  id: string;
  verdict: Verdict;
  what: string;
  expected: string;
  found: string;
}

export interface Checked {
  step: string;
  actor: string;
  verdict: Verdict;
  findings: Finding[];
  tookMs: number;
  at: string;
}

export interface StepView {
  step: string;
  standing: 'OPEN' | 'PASSED' | 'WAIVED';
  openedAt: string;
  doneAt: string | null;
  seconds: number;
  latest: Checked | null;
}

export interface Entry {
  actor: string;
  action: string;
  step: string | null;
  fromStage: string | null;
  toStage: string | null;
  said: string;
  at: string;
}

export interface ApplicationDetail {
  id: string;
  owner: string;
  stage: string;
  paper: Paper;
  callAt: string | null;
  appliedAt: string;
  deployments: Partial<Record<Network, Deployment>>;
  stages: { stage: string; since: string; until: string | null; seconds: number }[];
  steps: StepView[];
  entries: Entry[];
}

/** A line of the procedure: which action leads from where to where. */
export interface Line {
  from: string;
  action: string;
  to: string;
  by: 'APPLICANT' | 'OPERATOR';
  needsReason: boolean;
}

export interface AdmittedNodes {
  chain: string;
  providers: { url: string; webSocketUrl?: string | null }[];
  confirmations: number;
  at: string;
}

/** Something in use that is compared with what was admitted. */
export interface Watched {
  subject: string;
  drifted: { what: string; expected: string; found: string }[];
  admittedAt: string;
  checkedAt: string | null;
}

/** A requirement of chains or of handlers. */
export interface Demand {
  id: string;
  area: string;
  title: string;
  text: string;
  mandatory: boolean;
}

export interface Demands {
  subject: string;
  mayRun: boolean;
  mayWaive: boolean;
  items: Demand[];
}

export interface Found {
  requirement: string;
  verdict: Verdict;
  reason: string;
  at: string;
  tookMs: number;
}

export interface Run {
  id: string;
  chain: string;
  state: 'WAITING' | 'RUNNING' | 'FINISHED' | 'BROKEN_OFF';
  cause: string;
  actor: string;
  areas: string[];
  suite: string;
  done: number;
  all: number;
  askedAt: string;
  beganAt: string | null;
  endedAt: string | null;
  broken: string | null;
  findings: Found[] | null;
}

export interface ReportVersion {
  subject: string;
  version: number;
  run: string;
  chain: string;
  because: string;
  complete: boolean;
  verdict: Verdict;
  counts: { met: number; broken: number; waived: number; unknown: number };
  digest: string;
  measure: number | null;
  worse: { requirement: string; before: Verdict; after: Verdict }[];
  at: string;
}

export interface Change {
  requirement: string;
  title: string;
  before: Verdict | null;
  after: Verdict | null;
  reason: string;
}

export interface Difference {
  before: Verdict;
  after: Verdict;
  broken: Change[];
  mended: Change[];
  others: Change[];
  figures: { requirement: string; name: string; before: string; after: string }[];
}

export interface Waivers {
  standing: { requirement: string; reason: string; by: string }[];
  said: { requirement: string; waived: boolean; reason: string; actor: string; at: string }[];
}

/** A handler's entry in the book, with what its latest trial found. */
export interface HandlerEntry {
  handler: string;
  token: string | null;
  decimals: number;
  mode: string | null;
  artifact: string | null;
  status: string;
  at: string;
  conformance: { run: string; version: number; verdict: Verdict; at: string; codeHash: string; stale: boolean | null } | null;
}

/** A route that may carry little at first. */
export interface Probation {
  route: string;
  token: string;
  stages: string[];
  window: string;
  daysPerStage: number;
  cleanDays: number;
  stage: number;
  amount: string | null;
  judged: string;
  why: string;
  since: string;
}
