import type { Paper, Provider } from '../../api/onboarding';
import type { Problem } from '../../api/problem';
import * as check from '../../format/checks';
import { placesOf, type Errors } from '../../parts/fields';

/** An application while it is written: everything as it was typed. */
export interface Draft {
  chain: string;
  chainId: string;
  providers: ProviderDraft[];
  contacts: { name: string; email: string }[];
  documents: { kind: string; url: string }[];
  declaration: string;
}

export interface ProviderDraft {
  url: string;
  webSocketUrl: string;
  operator: string;
}

export const NO_PROVIDER: ProviderDraft = { url: '', webSocketUrl: '', operator: '' };

export function empty(): Draft {
  return {
    chain: '',
    chainId: '',
    providers: [{ ...NO_PROVIDER }],
    contacts: [{ name: '', email: '' }],
    documents: [],
    declaration: '',
  };
}

/** To apply once more with what was said before. */
export function draftOf(paper: Paper): Draft {
  return {
    chain: paper.chain,
    chainId: String(paper.chainId),
    providers: paper.providers.map(providerDraft),
    contacts: paper.contacts.map(({ name, email }) => ({ name, email })),
    documents: paper.documents.map(({ kind, url }) => ({ kind, url })),
    declaration: paper.declaration ? JSON.stringify(paper.declaration, null, 2) : '',
  };
}

export function providerDraft(one: Provider): ProviderDraft {
  return { url: one.url, webSocketUrl: one.webSocketUrl ?? '', operator: one.operator };
}

export function providerOf(one: ProviderDraft): Provider {
  const socket = one.webSocketUrl.trim();
  return { url: one.url.trim(), webSocketUrl: socket === '' ? null : socket, operator: one.operator.trim() };
}

/** As it is sent. */
export function paperOf(draft: Draft): Paper {
  return {
    chain: draft.chain.trim(),
    chainId: Number(draft.chainId.trim()),
    providers: draft.providers.map(providerOf),
    contacts: draft.contacts.map(({ name, email }) => ({ name: name.trim(), email: email.trim() })),
    documents: draft.documents.map(({ kind, url }) => ({ kind: kind.trim(), url: url.trim() })),
    declaration: draft.declaration.trim() === '' ? null : (JSON.parse(draft.declaration) as unknown),
  };
}

/** Collects what is wrong where. */
export function collect(said: readonly (readonly [at: string, complaint: check.Complaint])[]): Errors {
  return Object.fromEntries(said.filter((one): one is [string, string] => one[1] !== null));
}

export function providerComplaints(providers: readonly ProviderDraft[]): [string, check.Complaint][] {
  return providers.flatMap((one, place): [string, check.Complaint][] => {
    const at = `providers[${place}]`;
    const twice = providers.findIndex((other) => other.url.trim() === one.url.trim()) < place;
    return [
      [`${at}.url`, check.url(one.url.trim(), ['https:', 'http:']) ?? (twice ? 'It is named already.' : null)],
      [`${at}.webSocketUrl`, one.webSocketUrl.trim() === '' ? null : check.url(one.webSocketUrl.trim(), ['wss:', 'ws:'])],
      [`${at}.operator`, check.filled(one.operator)],
    ];
  });
}

/** What is wrong before anybody is asked. */
export function complaints(draft: Draft): Errors {
  return collect([
    ['chain', check.chainName(draft.chain.trim())],
    ['chainId', check.chainId(draft.chainId.trim())],
    ...providerComplaints(draft.providers),
    ...draft.contacts.flatMap((one, place): [string, check.Complaint][] => [
      [`contacts[${place}].name`, check.filled(one.name)],
      [`contacts[${place}].email`, check.email(one.email.trim())],
    ]),
    ...draft.documents.flatMap((one, place): [string, check.Complaint][] => [
      [`documents[${place}].kind`, check.filled(one.kind)],
      [`documents[${place}].url`, check.url(one.url.trim(), ['https:', 'http:'])],
    ]),
    ['declaration', declarationComplaint(draft.declaration)],
  ]);
}

function declarationComplaint(text: string): check.Complaint {
  if (text.trim() === '') return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? null : 'A declaration is an object: {…}.';
  } catch (thrown) {
    return `This is no JSON: ${(thrown as Error).message}.`;
  }
}

const PLACE_OF: Record<string, string> = {
  'chain-name-taken': 'chain',
  'chain-name-not-prefix-safe': 'chain',
  'bitcoin-chain-name': 'chain',
  'invalid-chain-name': 'chain',
  'chain-id-taken': 'chainId',
  'declaration-too-large': 'declaration',
};

/** Which fields a refusal is about: those the API names, the one its code is of, or the node it speaks of. */
export function places(problem: Problem, draft: Pick<Draft, 'providers'>): Errors {
  const named = placesOf(problem);
  if (Object.keys(named).length > 0) return named;
  const place = PLACE_OF[problem.code];
  if (place !== undefined) return { [place]: problem.detail };
  return problem.code.startsWith('provider-') ? ofProvider(problem, draft.providers) : {};
}

function ofProvider(problem: Problem, providers: readonly ProviderDraft[]): Errors {
  const spokenOf = providers.flatMap((one, at) => (speaksOf(problem.detail, host(one)) ? [at] : []));
  const at = problem.code === 'provider-twice' ? spokenOf.at(-1) : spokenOf[0];
  if (at !== undefined) return { [`providers[${at}].url`]: problem.detail };
  return providers.length === 1 ? { 'providers[0].url': problem.detail } : {};
}

function host(one: ProviderDraft): string {
  return check.host(one.url.trim());
}

/** Whether a host is spoken of, and not one whose name goes on. */
function speaksOf(detail: string, host: string): boolean {
  const at = detail.toLowerCase().indexOf(host.toLowerCase());
  return host !== '' && at >= 0 && !/[\w.:-]/.test(detail.charAt(at - 1)) && !/^(:\d|[\w-]|\.\w)/.test(detail.slice(at + host.length));
}

/** The same wish keeps its key however often it is sent; another wish gets another one. */
export class Wishes {
  #said = '';
  #key = '';
  readonly #make: () => string;

  constructor(make: () => string) {
    this.#make = make;
  }

  keyOf(wish: unknown): string {
    const said = JSON.stringify(wish);
    if (said !== this.#said || this.#key === '') {
      this.#said = said;
      this.#key = this.#make();
    }
    return this.#key;
  }
}
