import { Problem } from './problem';

/** What a caller shows: a key of the gateway's, or the token that his issuer gave last. */
export type Credential = { readonly key: string } | { readonly token: () => string };

/** Talks to the gateway that served these pages, with the caller's credential. */
export class Client {
  readonly #credential: Credential;
  readonly #refused: () => void;

  /** @param refused called when the credential opens nothing (any more) */
  constructor(credential: Credential, refused: () => void) {
    this.#credential = credential;
    this.#refused = refused;
  }

  headers(): Record<string, string> {
    return 'key' in this.#credential
      ? { 'X-API-Key': this.#credential.key }
      : { Authorization: `Bearer ${this.#credential.token()}` };
  }

  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const response = await this.#send(path, signal ? { signal } : {});
    return (await response.json()) as T;
  }

  /** The same, but nothing for what does not exist. */
  async find<T>(path: string, signal?: AbortSignal): Promise<T | null> {
    try {
      return await this.get<T>(path, signal);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 404) return null;
      throw thrown;
    }
  }

  /** @param key an Idempotency-Key: the same one for the same wish */
  async change<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string): Promise<T | null> {
    const response = await this.#send(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
    });
    const text = await response.text();
    return text === '' ? null : (JSON.parse(text) as T);
  }

  async file(path: string): Promise<Blob> {
    return (await this.#send(path, {})).blob();
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(path, {
        ...init,
        headers: { Accept: 'application/json, */*;q=0.5', ...init.headers, ...this.headers() },
        credentials: 'omit',
        cache: 'no-store',
      });
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
      throw Problem.from(thrown);
    }
    if (response.ok) return response;
    if (response.status === 401) this.#refused();
    throw await Problem.of(response);
  }
}

/** A query string of what is given; empty when nothing is. */
export function query(parameters: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
