import type { Finding } from './onboarding';

/** What partners register, and primitives they hand in, as the services tell it. */

export type RegistrationKind = 'ROUTE' | 'VALIDATORS' | 'TOKEN';
export type RegistrationState = 'OPEN' | 'REGISTERED' | 'WITHDRAWN' | 'EXPIRED';

/** A contract that must be spoken for, and who did. */
export interface Signatory {
  contract: string;
  signer?: string | null;
  partner?: string | null;
  at?: string | null;
}

export interface Registration {
  id: string;
  kind: RegistrationKind;
  subject: string;
  partner: string;
  state: RegistrationState;
  askedAt: string;
  expiresAt: string;
  endedAt?: string | null;
  /** The argument of eth_signTypedData_v4. */
  typedData: TypedData;
  digest: string;
  signatories: Signatory[];
  findings: Finding[];
}

export interface TypedData {
  primaryType: string;
  types: Record<string, { name: string; type: string }[]>;
  domain: Record<string, unknown>;
  message: Record<string, unknown>;
}

export type PrimitiveState = 'DRAFT' | 'SUBMITTED' | 'REFUSED' | 'ADMITTED' | 'LIVE' | 'WITHDRAWN';

export interface PrimitiveDeployment {
  chain: string;
  token: string;
  handler?: string | null;
  staking?: string | null;
  registry: string;
  startBlock: number;
}

export interface Primitive {
  id: string;
  artifact: string;
  specification: string;
  vault?: string | null;
  descriptor?: string | null;
  state: PrimitiveState;
  /** Why it is not live yet, or not any more. */
  finding?: string | null;
  version: number;
  deployments: PrimitiveDeployment[];
}

export interface PrimitiveDetail {
  primitive: Primitive;
  steps: { state: PrimitiveState; by: string; reasons: string[]; at: string }[];
}
