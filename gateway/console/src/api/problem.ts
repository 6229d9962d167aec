/** What the API says of one field of what it was sent, as `providers[0].url`. */
export interface FieldError {
  field: string;
  message: string;
}

/** A refusal as RFC 9457 spells it, or whatever else kept an answer from coming. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly FieldError[];

  constructor(
    status: number,
    said: { code?: string; title?: string; detail?: string; requestId?: string; errors?: readonly FieldError[] },
  ) {
    super(said.detail ?? said.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = said.code ?? '';
    this.title = said.title ?? (status === 0 ? 'No answer' : `HTTP ${status}`);
    this.detail = said.detail ?? '';
    this.requestId = said.requestId ?? '';
    this.errors = said.errors ?? [];
  }

  /** Whether something else stands there by now than was shown: it has to be looked at again. */
  get isStale(): boolean {
    return this.status === 409;
  }

  /** What an answer other than 2xx says. */
  static async of(response: Response): Promise<Problem> {
    const requestId = response.headers.get('X-Request-Id') ?? '';
    try {
      const body = (await response.json()) as Record<string, unknown>;
      const text = (name: string) => (typeof body[name] === 'string' ? { [name]: body[name] } : {});
      return new Problem(response.status, {
        ...text('title'),
        ...text('detail'),
        ...text('code'),
        requestId,
        ...text('requestId'),
        errors: fieldErrors(body['errors']),
      });
    } catch {
      return new Problem(response.status, { title: response.statusText, requestId });
    }
  }

  /** Whatever was thrown. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    return new Problem(0, { title: 'No answer', detail: 'The gateway could not be reached.', code: 'unreachable' });
  }
}

function fieldErrors(said: unknown): FieldError[] {
  if (!Array.isArray(said)) return [];
  return said.flatMap((one: Partial<FieldError> | null) =>
    typeof one?.field === 'string' && typeof one.message === 'string' ? [{ field: one.field, message: one.message }] : [],
  );
}
