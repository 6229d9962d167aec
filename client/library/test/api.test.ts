// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { type SettlementProblem, createSettlementClient, everyOf, isProblem } from '@settlement-suite/client';
import { type Answer, Server, json } from './server.js';

const REQUEST = { fromChain: 'Alpha', fromHandler: '0x1', toChain: 'Beta', toHandler: '0x2', amount: '1' };

let server: Server;
afterEach(() => server.close());

async function clientOf(answer: Answer) {
  server = await Server.start(answer);
  return createSettlementClient({ baseUrl: `${server.url}/`, apiKey: 'the key' });
}

test('every request shows the key, and one that takes an Idempotency-Key has one', async () => {
  const client = await clientOf((_, response) => json(response, 200, { total: '7', scopes: [] }));

  await client.quote(REQUEST);
  await client.quote(REQUEST, { idempotencyKey: 'order-4711' });
  await client.api.GET('/v1/me');

  assert.deepEqual(server.asked.map(({ path, headers }) => [path, headers['x-api-key']]), [
    ['/v1/quotes', 'the key'],
    ['/v1/quotes', 'the key'],
    ['/v1/me', 'the key'],
  ]);
  assert.match(String(server.asked[0]!.headers['idempotency-key']), /^[0-9a-f-]{36}$/);
  assert.equal(server.asked[1]!.headers['idempotency-key'], 'order-4711');
  assert.equal(server.asked[2]!.headers['idempotency-key'], undefined);
  assert.deepEqual(JSON.parse(server.asked[0]!.body), REQUEST);
});

test('a refusal is thrown with its code', async () => {
  const problem = { code: 'unknown-route', detail: 'no such route', status: 422 };
  const client = await clientOf((_, response) => json(response, 422, problem, { 'x-request-id': 'r-1' }));

  await assert.rejects(client.quote(REQUEST), (error: SettlementProblem) => {
    assert.deepEqual([isProblem(error, 'unknown-route'), isProblem(error, 'unknown-chain')], [true, false]);
    assert.deepEqual([error.status, error.detail, error.requestId], [422, 'no such route', 'r-1']);
    return true;
  });
  assert.equal(server.asked.length, 1);
});

test('an answer that is no problem document is one all the same', async () => {
  const client = await clientOf((_, response) => response.writeHead(502).end('<html>bad gateway'));

  await assert.rejects(client.message('0x1'), (error) => isProblem(error, 'http-502'));
});

test('what may be repeated is, under the same key, when the API asks for patience or the connection breaks', async () => {
  let times = 0;
  const client = await clientOf((_, response) => {
    times++;
    if (times === 1) return json(response, 503, { code: 'service-unavailable' }, { 'retry-after': '0' });
    if (times === 2) return void response.destroy();
    return json(response, 200, { total: '7' });
  });

  assert.equal((await client.quote(REQUEST)).total, '7');

  const keys = new Set(server.asked.map(({ headers }) => headers['idempotency-key']));
  assert.deepEqual([server.asked.length, keys.size], [3, 1]);
});

test('what may not be repeated is not', async () => {
  const client = await clientOf((_, response) => json(response, 503, { code: 'service-unavailable' }, { 'retry-after': '0' }));
  const redrive = { params: { path: { txid: '0x1' } }, body: { because: 'mended' } };

  await assert.rejects(client.api.POST('/v1/messages/{txid}/redrive', redrive), (error) => isProblem(error, 'service-unavailable'));

  assert.equal(server.asked.length, 1);
});

test('a list goes on behind a part that is empty', async () => {
  const parts: Record<string, unknown> = {
    '/v1/messages?limit=2': { items: [{ txid: '0x1' }], next: 'a' },
    '/v1/messages?limit=2&cursor=a': { items: [], next: 'b' },
    '/v1/messages?limit=2&cursor=b': { items: [{ txid: '0x2' }], next: null },
  };
  const client = await clientOf((asked, response) => json(response, 200, parts[asked.path]));

  const found = [];
  for await (const { txid } of client.messages({ limit: 2 })) found.push(txid);

  assert.deepEqual(found, ['0x1', '0x2']);
  assert.equal(server.asked.length, 3);
});

test('no more of a list is asked for than is needed', async () => {
  server = await Server.start(() => undefined);
  let asked = 0;
  const all = everyOf<number>(() => Promise.resolve({ items: [++asked], next: 'more' }));

  await all.next();
  await all.return();

  assert.equal(asked, 1);
});
