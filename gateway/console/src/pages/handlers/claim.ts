import type { Problem } from '../../api/problem';
import * as check from '../../format/checks';
import { placesOf, type Errors } from '../../parts/fields';

/** A handler while its owner describes it. */
export interface ClaimDraft {
  chain: string;
  address: string;
  moves: 'token' | 'messages';
  token: string;
  decimals: string;
  mode: string;
  artifact: string;
  /** Hours for which the signature counts. */
  hours: string;
}

/** How long a signature may count; the registry takes at most a day, and clocks differ. */
export const HOURS = ['1', '6', '23'] as const;

export interface ClaimBody {
  token: string | null;
  decimals: number | null;
  mode: string | null;
  artifact: string | null;
  nonce: string;
  expiresAt: string;
}

export function firstClaim(chain: string): ClaimDraft {
  return { chain, address: '', moves: 'token', token: '', decimals: '18', mode: 'MINT_BURN', artifact: '', hours: '1' };
}

/** What is wrong before anybody is asked. */
export function claimComplaints(draft: ClaimDraft): Errors {
  const said: (readonly [string, check.Complaint])[] = [
    ['chain', draft.chain === '' ? 'A chain in use.' : null],
    ['address', check.address(draft.address.trim())],
  ];
  if (draft.moves === 'token') {
    said.push(
      ['token', check.address(draft.token.trim())],
      ['decimals', check.whole(draft.decimals.trim(), 0, 36)],
      ['artifact', /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(draft.artifact.trim()) ? null : 'Letters, digits, dot, hyphen and underscore.'],
    );
  }
  return Object.fromEntries(said.filter((one): one is readonly [string, string] => one[1] !== null));
}

/** The claim as it is sent, first for its statement and then, the very same, with the signature. */
export function claimOf(draft: ClaimDraft, nonce: string, now: number): ClaimBody {
  const token = draft.moves === 'token';
  return {
    token: token ? draft.token.trim() : null,
    decimals: token ? Number(draft.decimals.trim()) : null,
    mode: token ? draft.mode : null,
    artifact: token ? draft.artifact.trim() : null,
    nonce,
    expiresAt: new Date(Math.floor(now / 1000) * 1000 + Number(draft.hours) * 3_600_000).toISOString(),
  };
}

export function signatureComplaint(text: string): check.Complaint {
  return text.trim() === '' ? 'A signature of the statement belongs here.' : check.hex(text.trim());
}

const PLACE_OF: Record<string, string> = {
  'unknown-chain': 'chain',
  'chain-not-asked': 'chain',
  'handler-taken': 'address',
  'handler-without-owner': 'address',
  'handler-differs': 'address',
  'invalid-address': 'address',
  'not-the-owner': 'signature',
  'claim-expired': 'signature',
  'nonce-used': 'signature',
};

export function claimPlaces(problem: Problem): Errors {
  const named = placesOf(problem);
  const place = PLACE_OF[problem.code];
  return Object.keys(named).length > 0 || place === undefined ? named : { [place]: problem.detail };
}
