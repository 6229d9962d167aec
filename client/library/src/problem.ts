// SPDX-License-Identifier: Apache-2.0

/** A refusal as the API tells it (RFC 9457). `code` is stable; docs/problems.md lists all of them. */
export class SettlementProblem extends Error {
  override readonly name = 'SettlementProblem';
  /** What is wrong, as a word that never changes: `unknown-route`, `insufficient-balance`. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** What is wrong with this request. */
  readonly detail: string;
  /** Names the request in the logs of the suite. */
  readonly requestId: string | undefined;
  /** Milliseconds after which the same may be asked again, where the API says so. */
  readonly retryAfter: number | undefined;
  /** Everything the API said. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>, headers: Headers = new Headers()) {
    const code = text(body['code']) ?? `http-${status}`;
    const detail = text(body['detail']) ?? text(body['title']) ?? `The API answered ${status}.`;
    super(`${code}: ${detail}`);
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.requestId = headers.get('x-request-id') ?? undefined;
    this.retryAfter = milliseconds(headers.get('retry-after'));
    this.body = body;
  }

  static async of(response: Response): Promise<SettlementProblem> {
    const said = await response.text();
    return new SettlementProblem(response.status, json(said) ?? { detail: said.slice(0, 500) }, response.headers);
  }
}

/** Whether an error is a problem with one of these codes. */
export function isProblem(error: unknown, ...codes: string[]): error is SettlementProblem {
  return error instanceof SettlementProblem && (codes.length === 0 || codes.includes(error.code));
}

function json(said: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(said);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Of a header that holds seconds or a date. */
export function milliseconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
