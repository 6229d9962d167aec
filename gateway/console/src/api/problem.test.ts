import { describe, expect, it } from 'vitest';
import { Problem } from './problem';

describe('a problem', () => {
  it('keeps what the API says', async () => {
    const response = new Response(
      JSON.stringify({ title: 'Conflict', detail: 'no limit holds it', code: 'message-not-held', requestId: 'r-1' }),
      { status: 409 },
    );
    expect(await Problem.of(response)).toMatchObject({
      status: 409,
      title: 'Conflict',
      detail: 'no limit holds it',
      code: 'message-not-held',
      requestId: 'r-1',
    });
  });

  it('keeps what is wrong with which field, and nothing that is no field', async () => {
    const errors = [{ field: 'providers[0].url', message: 'must not be null' }, { field: 7 }, null];
    const response = new Response(JSON.stringify({ code: 'invalid-request', errors }), { status: 400 });
    const problem = await Problem.of(response);
    expect(problem.errors).toEqual([{ field: 'providers[0].url', message: 'must not be null' }]);
    expect(problem.isStale).toBe(false);
  });

  it('of a conflict means that something changed', () => {
    expect(new Problem(409, { code: 'changed-meanwhile' }).isStale).toBe(true);
  });

  it('is told even when the answer is no JSON', async () => {
    const response = new Response('<html>', { status: 502, headers: { 'X-Request-Id': 'r-2' } });
    expect(await Problem.of(response)).toMatchObject({ status: 502, requestId: 'r-2' });
  });

  it('is one when nobody answers', () => {
    expect(Problem.from(new TypeError('fetch failed'))).toMatchObject({ status: 0, code: 'unreachable' });
  });
});
