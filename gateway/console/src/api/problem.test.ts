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

  it('is told even when the answer is no JSON', async () => {
    const response = new Response('<html>', { status: 502, headers: { 'X-Request-Id': 'r-2' } });
    expect(await Problem.of(response)).toMatchObject({ status: 502, requestId: 'r-2' });
  });

  it('is one when nobody answers', () => {
    expect(Problem.from(new TypeError('fetch failed'))).toMatchObject({ status: 0, code: 'unreachable' });
  });
});
