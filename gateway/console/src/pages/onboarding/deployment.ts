import type { ApplicationDetail, Deployment, Network } from '../../api/onboarding';
import type { Problem } from '../../api/problem';
import * as check from '../../format/checks';
import type { Errors } from '../../parts/fields';
import { collect, places, providerComplaints, providerDraft, providerOf, type ProviderDraft } from './paper';

export const NETWORKS: readonly Network[] = ['TESTNET', 'MAINNET'];
export const MODES = ['MINT_BURN', 'LOCK_MINT', 'BURN_UNLOCK', 'LOCK_UNLOCK'] as const;

/** Where contracts are, while it is written. */
export interface DeploymentDraft {
  chain: string;
  chainId: string;
  providers: ProviderDraft[];
  settlement: string;
  verifier: string;
  gasService: string;
  handlers: HandlerDraft[];
}

export interface HandlerDraft {
  address: string;
  token: string;
  decimals: string;
  mode: string;
  /** One on a line. */
  counterparts: string;
}

export const NO_HANDLER: HandlerDraft = { address: '', token: '', decimals: '18', mode: 'MINT_BURN', counterparts: '' };

/** What was told before; of a main network nothing was told of, what the test network has. */
export function deploymentDraft(of: Deployment | undefined): DeploymentDraft {
  return {
    chain: of?.chain ?? '',
    chainId: of?.chainId ? String(of.chainId) : '',
    providers: of?.providers.map(providerDraft) ?? [],
    settlement: of?.settlement ?? '',
    verifier: of?.verifier ?? '',
    gasService: of?.gasService ?? '',
    handlers: of?.handlers.map((one) => ({
      ...one,
      decimals: String(one.decimals),
      counterparts: one.counterparts.join('\n'),
    })) ?? [{ ...NO_HANDLER }],
  };
}

function lines(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '');
}

/** As it is sent. */
export function deploymentOf(draft: DeploymentDraft): Deployment {
  const chain = draft.chain.trim();
  const chainId = draft.chainId.trim();
  return {
    chain: chain === '' ? null : chain,
    chainId: chainId === '' ? null : Number(chainId),
    providers: draft.providers.map(providerOf),
    settlement: draft.settlement.trim(),
    verifier: draft.verifier.trim(),
    gasService: draft.gasService.trim(),
    handlers: draft.handlers.map((one) => ({
      address: one.address.trim(),
      token: one.token.trim(),
      decimals: Number(one.decimals.trim()),
      mode: one.mode,
      counterparts: lines(one.counterparts),
    })),
  };
}

export function deploymentComplaints(draft: DeploymentDraft): Errors {
  return collect([
    ['chain', draft.chain.trim() === '' ? null : check.chainName(draft.chain.trim())],
    ['chainId', draft.chainId.trim() === '' ? null : check.chainId(draft.chainId.trim())],
    ...providerComplaints(draft.providers),
    ['settlement', check.address(draft.settlement.trim())],
    ['verifier', check.address(draft.verifier.trim())],
    ['gasService', check.address(draft.gasService.trim())],
    ['handlers', draft.handlers.length === 0 ? 'At least one handler is needed.' : null],
    ...draft.handlers.flatMap((one, place): [string, check.Complaint][] => {
      const at = `handlers[${place}]`;
      const others = lines(one.counterparts);
      return [
        [`${at}.address`, check.address(one.address.trim())],
        [`${at}.token`, check.address(one.token.trim())],
        [`${at}.decimals`, check.whole(one.decimals.trim(), 0, 36)],
        [
          `${at}.counterparts`,
          others.length === 0 ? 'At least one handler on another chain.' : (others.map(check.handlerId).find((one) => one !== null) ?? null),
        ],
      ];
    }),
  ]);
}

/** Which fields a refusal is about; the API numbers counterparts, which are lines of one field here. */
export function deploymentPlaces(problem: Problem, draft: DeploymentDraft, application: ApplicationDetail): Errors {
  const providers = draft.providers.length === 0 ? application.paper.providers.map(providerDraft) : draft.providers;
  const found = places(problem, { providers });
  return Object.fromEntries(
    Object.entries(found)
      .filter(([at]) => draft.providers.length > 0 || !at.startsWith('providers'))
      .map(([at, said]) => [at.replace(/\.counterparts\[\d+\]$/, '.counterparts'), said]),
  );
}
