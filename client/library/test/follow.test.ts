// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, test } from 'node:test';
import { type FollowOptions, createSettlementClient, isProblem } from '@settlement-suite/client';
import { type Asked, Server, json } from './server.js';

const TXID = `0x${'ab'.repeat(32)}`;
const event = (id: number) => ({ id, type: `Event${id}`, at: '2026-11-22T00:00:00Z', detail: {} });

let server: Server;
afterEach(() => server.close());

async function followed(answer: (asked: Asked, response: ServerResponse) => void, options?: FollowOptions) {
  server = await Server.start(answer);
  const client = createSettlementClient({ baseUrl: server.url, apiKey: 'the key', retries: 0 });
  const ids = [];
  for await (const { id } of client.follow(TXID, options)) ids.push(id);
  return ids;
}

function stream(response: ServerResponse, ...ids: number[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(':open\n\nretry: 10\n\n');
  for (const id of ids) response.write(`id:${id}\nevent:Event${id}\ndata:${JSON.stringify(event(id))}\n\n`);
}

const isStream = ({ path }: Asked) => path.endsWith('/events');
const streams = () => server.asked.filter(isStream);

test('a broken stream is resumed behind the last event, and none is told twice', async () => {
  const ids = await followed((asked, response) => {
    if (!isStream(asked)) return json(response, 200, { txid: TXID });
    if (streams().length === 1) {
      stream(response, 1, 2);
      return void setTimeout(() => response.destroy(), 50);
    }
    stream(response, 2, 3);
    response.end('event:end\ndata:{}\n\n');
  });

  assert.deepEqual(ids, [1, 2, 3]);
  assert.deepEqual(streams().map(({ headers }) => headers['last-event-id']), [undefined, '2']);
  assert.equal(streams()[0]!.headers['x-api-key'], 'the key');
});

test('a gateway that fails is asked again', async () => {
  const ids = await followed((asked, response) => {
    if (!isStream(asked)) return json(response, 200, { txid: TXID });
    if (streams().length === 1) return json(response, 503, { code: 'service-unavailable' });
    stream(response, 5);
    response.end('event:end\ndata:{}\n\n');
  });

  assert.deepEqual(ids, [5]);
});

for (const [why, refuse] of [
  ['there are too many', (response: ServerResponse) => json(response, 429, { code: 'too-many-streams' })],
  ['a proxy answers something else', (response: ServerResponse) => json(response, 200, {})],
] as const) {
  test(`where streams do not get through because ${why}, the message is asked for`, async () => {
    let looks = 0;
    const ids = await followed((asked, response) => {
      if (isStream(asked)) return refuse(response);
      looks++;
      json(response, 200, { txid: TXID, ended: looks > 2, timeline: [event(1), ...(looks > 2 ? [event(2)] : [])] });
    });

    assert.deepEqual(ids, [1, 2]);
  });
}

test('what was known before is not told', async () => {
  const timeline = [event(1), event(2), event(3)];
  const ids = await followed((_, response) => json(response, 200, { ended: true, timeline }), { poll: true, after: 2 });

  assert.deepEqual(ids, [3]);
});

test('a message that nobody has seen yet is waited for', async () => {
  let looks = 0;
  const ids = await followed((_, response) => {
    if (++looks === 1) return json(response, 404, { code: 'unknown-message' });
    json(response, 200, { ended: true, timeline: [event(1)] });
  }, { poll: true });

  assert.deepEqual(ids, [1]);
});

test('but not for ever', async () => {
  const never = followed((_, response) => json(response, 404, { code: 'unknown-message' }), { unseen: 0 });

  await assert.rejects(never, (error) => isProblem(error, 'unknown-message'));
});

test('a refusal ends it', async () => {
  const refused = followed((asked, response) =>
    isStream(asked) ? json(response, 401, { code: 'unauthenticated' }) : json(response, 200, { txid: TXID }),
  );

  await assert.rejects(refused, (error) => isProblem(error, 'unauthenticated'));
});

test('its caller ends it', async () => {
  const control = new AbortController();
  const left = followed((asked, response) => {
    if (!isStream(asked)) return json(response, 200, { txid: TXID });
    stream(response, 1);
    setTimeout(() => control.abort(new Error('enough')), 50);
  }, { signal: control.signal });

  await assert.rejects(left, /enough/);
});
