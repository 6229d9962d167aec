import type { RegistrationKind } from '../../api/registrations';
import * as check from '../../format/checks';
import type { Errors } from '../../parts/fields';

/** A proposal while it is written; what another kind needs stays what it was. */
export interface Draft {
  kind: RegistrationKind;
  from: string;
  to: string;
  bothWays: string;
  chain: string;
  required: string;
  validators: string;
  handler: string;
  token: string;
  symbol: string;
  decimals: string;
  byTokensOwner: string;
}

export const PATHS: Record<RegistrationKind, string> = { ROUTE: 'routes', VALIDATORS: 'validators', TOKEN: 'tokens' };

export const first: Draft = {
  kind: 'ROUTE',
  from: '',
  to: '',
  bothWays: 'yes',
  chain: '',
  required: '',
  validators: '',
  handler: '',
  token: '',
  symbol: '',
  decimals: '',
  byTokensOwner: 'no',
};

const lines = (text: string) => text.split(/[\s,]+/).filter((one) => one !== '');

/** What is wrong before anybody is asked. */
export function complaintsOf(draft: Draft): Errors {
  const validators = lines(draft.validators);
  const said: Record<RegistrationKind, readonly (readonly [string, check.Complaint])[]> = {
    ROUTE: [
      ['from', check.handlerId(draft.from.trim())],
      ['to', check.handlerId(draft.to.trim())],
    ],
    VALIDATORS: [
      ['chain', check.chainName(draft.chain.trim())],
      ['required', check.whole(draft.required.trim(), 1, 128)],
      ['validators', validators.length === 0 ? 'One address at least.' : (validators.map(check.address).find((one) => one !== null) ?? null)],
    ],
    TOKEN: [
      ['handler', check.handlerId(draft.handler.trim())],
      ['token', check.address(draft.token.trim())],
      ['symbol', /^[!-~]{1,32}$/.test(draft.symbol.trim()) ? null : 'The symbol as its contract says it.'],
      ['decimals', check.whole(draft.decimals.trim(), 0, 36)],
    ],
  };
  return Object.fromEntries(said[draft.kind].filter((one): one is readonly [string, string] => one[1] !== null));
}

/** As it is sent. */
export function bodyOf(draft: Draft): unknown {
  if (draft.kind === 'ROUTE') return { from: draft.from.trim(), to: draft.to.trim(), bothWays: draft.bothWays === 'yes' };
  if (draft.kind === 'VALIDATORS') {
    return { chain: draft.chain.trim(), required: Number(draft.required.trim()), validators: lines(draft.validators) };
  }
  return {
    handler: draft.handler.trim(),
    token: draft.token.trim(),
    symbol: draft.symbol.trim(),
    decimals: Number(draft.decimals.trim()),
    byTokensOwner: draft.byTokensOwner === 'yes',
  };
}
