// SPDX-License-Identifier: Apache-2.0
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { IDEMPOTENT } from './idempotent.js';
import { backOff, pause } from './pause.js';
import { SettlementProblem, milliseconds } from './problem.js';
import type { paths } from './schema.js';

const IDEMPOTENCY_KEY = 'Idempotency-Key';
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;
/** Asked to wait longer than this, the caller decides. Milliseconds. */
const MOST_PATIENCE = 10_000;

export interface ClientOptions {
  /** The gateway, for instance https://settlement.example. */
  baseUrl: string;
  apiKey: string;
  /** How long one request may take, in milliseconds; streams are not counted. */
  timeout?: number;
  /** How often a request that may be repeated is, when nothing came back or the API says "later". */
  retries?: number;
  /** Instead of the platform's. */
  fetch?: typeof globalThis.fetch;
}

/** Every operation of the API, typed; refusals are thrown as {@link SettlementProblem}. */
export type Api = Client<paths>;

export function createApi(options: ClientOptions): Api {
  const api = createClient<paths>({ baseUrl: options.baseUrl.replace(/\/+$/, ''), fetch: persistent(options) });
  api.use(headers(options.apiKey), refusals);
  return api;
}

/** What is thrown when a request was answered, for whoever asks past {@link createApi}. */
export async function refuse(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw await SettlementProblem.of(response);
}

function headers(apiKey: string): Middleware {
  return {
    onRequest({ request, schemaPath }) {
      request.headers.set('X-API-Key', apiKey);
      if (IDEMPOTENT.has(`${request.method} ${schemaPath}`) && !request.headers.has(IDEMPOTENCY_KEY)) {
        request.headers.set(IDEMPOTENCY_KEY, crypto.randomUUID());
      }
      return request;
    },
  };
}

const refusals: Middleware = { onResponse: ({ response }) => refuse(response) };

/** Asks again what changes nothing or names itself, when the connection broke or the API asks for patience. */
function persistent(options: ClientOptions): (request: Request) => Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  const timeout = options.timeout ?? 30_000;
  return async (request) => {
    const repeatable = request.method === 'GET' || request.headers.has(IDEMPOTENCY_KEY);
    const pauses = backOff(FIRST_PAUSE, LONGEST_PAUSE);
    for (let left = repeatable ? (options.retries ?? 2) : 0; ; left--) {
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout)]);
      const answer = await send(new Request(request.clone(), { signal })).catch((error: unknown) => error);
      const wait = patience(answer) ?? pauses.next().value;
      const isLast = left <= 0 || request.signal.aborted || wait > MOST_PATIENCE;
      if (answer instanceof Response && (isLast || !asksForPatience(answer))) return answer;
      if (isLast) throw answer;
      if (answer instanceof Response) await answer.body?.cancel();
      await pause(wait, request.signal);
    }
  };
}

function asksForPatience(answer: Response): boolean {
  return answer.headers.has('retry-after') && (answer.status === 429 || answer.status === 503);
}

function patience(answer: unknown): number | undefined {
  return answer instanceof Response ? milliseconds(answer.headers.get('retry-after')) : undefined;
}
