// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { type Hex, parseTransaction } from 'viem';
import { type Answer, Server, json } from '../../library/test/server.js';

const TXID = `0x${'ab'.repeat(32)}`;
const OTHER = `0x${'cd'.repeat(32)}`;
const GAS = { required: '5', prepaid: '5', spent: '3', margin: '1', refunded: '1' };
const MESSAGE = { txid: TXID, stage: 'SETTLED', outcome: 'SUCCESS', ended: true, sentAt: '', gas: GAS, timeline: [] };

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

async function api(answer: Answer): Promise<Server> {
  return (server = await Server.start(answer));
}

/** Tests run in client/. */
function settle(environment: Record<string, string>, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [join('cli', 'dist', 'settle.js'), ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => (out += String(part)));
  child.stderr.on('data', (part) => (err += String(part)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? -1, out, err })));
}

const known = () => ({ SETTLE_URL: server!.url, SETTLE_API_KEY: 'the key' });

test('the key comes from a file or a variable, and is no option', async () => {
  await api((_, response) => json(response, 200, { items: [MESSAGE], next: null }));
  const folder = mkdtempSync(join(tmpdir(), 'settle-'));
  writeFileSync(join(folder, 'key'), 'filed key\n');

  await settle({ SETTLE_URL: server!.url, SETTLE_API_KEY_FILE: join(folder, 'key') }, 'status', '0x12');
  rmSync(folder, { recursive: true });
  const option = await settle(known(), '--api-key', 'x', 'status');

  assert.equal(server!.asked[0]!.headers['x-api-key'], 'filed key');
  assert.equal(option.code, 2);
});

test('without an address or a key nothing is asked', async () => {
  assert.match((await settle({}, 'status')).err, /SETTLE_URL/);
  assert.deepEqual((await settle({ SETTLE_URL: 'http://127.0.0.1:9' }, 'status')).code, 2);
});

test('a refusal ends with 1 and is told with its code, as JSON where that is asked for', async () => {
  await api((_, response) => json(response, 403, { code: 'forbidden', detail: 'not for you' }, { 'x-request-id': 'r-1' }));

  const told = await settle(known(), 'redrive', TXID);
  const asJson = await settle(known(), '--json', 'redrive', TXID);

  assert.deepEqual([told.code, told.err, told.out], [1, 'settle: forbidden: not for you (request r-1)\n', '']);
  assert.equal(JSON.parse(asJson.err).code, 'forbidden');
});

test('nobody there ends with 4', async () => {
  const port = await new Promise<number>((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = socket.address() as { port: number };
      socket.close(() => resolve(free));
    });
  });

  assert.equal((await settle({ SETTLE_URL: `http://127.0.0.1:${port}`, SETTLE_API_KEY: 'x' }, 'status')).code, 4);
});

test('a message that failed ends with 3, and colours are for terminals', async () => {
  const failed = { ...MESSAGE, outcome: 'FAILED' };
  await api((asked, response) => json(response, 200, asked.path.startsWith('/v1/messages?') ? { items: [failed] } : failed));

  const { code, out } = await settle(known(), 'status', TXID);

  assert.equal(code, 3);
  assert.match(out, /stands +SETTLED FAILED, ended/);
  assert.ok(!out.includes('\u001b'));
});

test('following tells each event, as JSON one a line', async () => {
  const timeline = [1, 2].map((id) => ({ id, type: 'MessageFinal', at: '2026-11-22T00:00:00Z', detail: {} }));
  await api((_, response) => json(response, 200, { ...MESSAGE, timeline }));

  const { code, out } = await settle(known(), '--json', 'follow', TXID, '--poll', '--after', '1');

  assert.equal(code, 0);
  assert.deepEqual(out.trim().split('\n').map((line) => JSON.parse(line).id), [2]);
});

test('a redrive without a reason only simulates', async () => {
  const answers: Record<string, unknown> = {
    '/v1/waiting?limit=5&stage=PARKED&older-than=PT1H': { items: [{ txid: TXID }, { txid: OTHER }], next: null },
    [`/v1/messages/${TXID}/trial`]: { txid: TXID, trial: { DELIVER: 'WOULD_FAIL: Paused()' } },
    [`/v1/messages/${OTHER}/trial`]: { txid: OTHER, trial: {} },
    '/v1/redrives': { approval: null, messages: [{ txid: TXID, outcome: 'WOULD_FAIL', restarted: [], trial: {} }] },
  };
  await api((asked, response) => json(response, 200, answers[asked.path]));
  const query = ['redrive', '--stage', 'PARKED', '--older-than', 'PT1H', '--limit', '5'];

  const simulated = await settle(known(), ...query);
  const done = await settle(known(), '--json', ...query, '--because', 'mended');

  assert.equal(simulated.code, 0);
  assert.match(simulated.out, /DELIVER WOULD_FAIL: Paused\(\)[^]*2 tried, nothing changed/);
  assert.deepEqual(server!.asked.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body)), [
    { limit: 5, stage: 'PARKED', olderThan: 'PT1H', because: 'mended' },
  ]);
  assert.equal(done.code, 3);
  assert.equal(JSON.parse(done.out).simulated.length, 2);
});

test('a message and a query at once are not understood', async () => {
  await api((_, response) => json(response, 200, {}));

  assert.equal((await settle(known(), 'redrive', TXID, '--stage', 'PARKED')).code, 2);
  assert.equal((await settle(known(), 'redrive')).code, 2);
  assert.equal(server!.asked.length, 0);
});

test('a naked private key is taken by nodes of development only', async () => {
  const answers: Record<string, string> = { web3_clientVersion: 'Geth/v1.16' };
  const node = await Server.start(({ body }, response) => {
    const { id, method } = JSON.parse(body) as { id: number; method: string };
    json(response, 200, { jsonrpc: '2.0', id, result: answers[method] });
  });
  await api((_, response) => json(response, 200, {}));
  const environment = { ...known(), SETTLE_PRIVATE_KEY: `0x${'01'.repeat(32)}` };

  const { code, err } = await settle(environment, 'top-up', TXID, '--rpc-url', node.url);
  node.close();

  assert.equal(code, 2);
  assert.match(err, /nodes of development/);
});

test('reserves that do not prove end with 3', async () => {
  const supply = { artifact: 'btc', chains: { Alpha: { held: '5' } }, total: '1', inFlight: '0', expected: '0', balanced: false };
  await api((asked, response) =>
    asked.path.endsWith('/supply') ? json(response, 200, supply) : json(response, 404, { code: 'no-statement' }),
  );

  const { code, out } = await settle(known(), 'reserves', 'btc');

  assert.equal(code, 3);
  assert.match(out, /btc {2}NOT BALANCED\n {2}Alpha +held 5/);
});

test('a run of a chain is asked for, and each finding is told until it ends', async () => {
  const findings = [
    { requirement: 'EVM-01', verdict: 'PASS', reason: 'as it should be' },
    { requirement: 'EVM-02', verdict: 'FAIL', reason: 'no PUSH0' },
  ];
  let looks = 0;
  await api((asked, response) => {
    if (asked.method === 'POST') return json(response, 202, { id: 'r-7', state: 'QUEUED' });
    looks++;
    const ended = looks > 1;
    return json(response, 200, { id: 'r-7', state: ended ? 'FINISHED' : 'RUNNING', findings: findings.slice(0, looks) });
  });

  const { code, out, err } = await settle(known(), '--json', 'conformance', 'run', 'Alpha', '--area', 'EVM', 'RPC', '--wait');

  assert.equal(code, 3, err);
  assert.deepEqual(out.trim().split('\n').map((line) => JSON.parse(line).requirement), ['EVM-01', 'EVM-02']);
  assert.equal(server!.asked[0]!.path, '/v1/chains/Alpha/conformance/runs');
  assert.deepEqual(JSON.parse(server!.asked[0]!.body), { areas: ['EVM', 'RPC'] });
  assert.equal(server!.asked[1]!.path, '/v1/chains/Alpha/conformance/runs/r-7');
});

test('a run of a handler names its peer, and one that broke off is bad', async () => {
  const handler = `Alpha:0x${'11'.repeat(20)}`;
  const peer = `Beta:0x${'22'.repeat(20)}`;
  await api((asked, response) =>
    asked.method === 'POST'
      ? json(response, 202, { id: 'r-8', state: 'QUEUED' })
      : json(response, 200, { id: 'r-8', state: 'BROKEN_OFF', broken: 'fork-unavailable', findings: [] }),
  );

  const asked = await settle(known(), 'conformance', 'run', handler, '--peer', peer, '--gas', '90000');
  const waited = await settle(known(), 'conformance', 'run', handler, '--wait');

  assert.equal(asked.code, 0);
  assert.match(asked.out, /^run r-8 of Alpha:0x11.*: QUEUED\n$/);
  assert.equal(server!.asked[0]!.path, `/v1/handlers/${encodeURIComponent(handler)}/conformance/runs`);
  assert.deepEqual(JSON.parse(server!.asked[0]!.body), { trial: { peer, gas: 90000 } });
  assert.equal(waited.code, 3);
  assert.match(waited.err, /BROKEN_OFF fork-unavailable/);
});

const VAULT = `0x${'5a'.repeat(20)}`;
const PAYER = `0x${'07'.repeat(20)}`;

/** A receipt with what is claimable on Beta, paid already on Beta, and claimable on another chain. */
function receipt(publishedAt: string | null) {
  const account = (chain: string, payer: string, due: string, refund: unknown) => ({ chain, payer, due, refund });
  const leaf = (chain: string, payer: string) => ({
    chain,
    payer,
    refund: '5',
    vault: VAULT,
    claim: { data: '0xc1a1', proof: [] },
    tree: { publishedAt },
  });
  return {
    message: {
      accounts: [
        account('Beta', PAYER, '5', null),
        account('Beta', OTHER.slice(0, 42), '5', { amount: '5' }),
        account('Alpha', PAYER, '5', null),
      ],
    },
    receipts: [leaf('Beta', PAYER), leaf('Alpha', PAYER)],
  };
}

/** A node of development that takes a transaction into its next block. */
async function mining(taken: string[]): Promise<Server> {
  const block = { number: '0x1', hash: TXID, timestamp: '0x1', baseFeePerGas: '0x1', transactions: [], gasLimit: '0x1c9c380' };
  return Server.start(({ body }, response) => {
    const { id, method, params } = JSON.parse(body) as { id: number; method: string; params: string[] };
    if (method === 'eth_sendRawTransaction') taken.push(params[0]!);
    const results: Record<string, unknown> = {
      web3_clientVersion: 'anvil/v1.5',
      eth_chainId: '0x7a6a',
      eth_blockNumber: '0x1',
      eth_getBlockByNumber: block,
      eth_getTransactionCount: '0x0',
      eth_maxPriorityFeePerGas: '0x1',
      eth_gasPrice: '0x2',
      eth_estimateGas: '0x5208',
      eth_sendRawTransaction: OTHER,
      eth_getTransactionReceipt: {
        transactionHash: OTHER,
        blockHash: TXID,
        blockNumber: '0x1',
        status: '0x1',
        logs: [],
        gasUsed: '0x1',
        cumulativeGasUsed: '0x1',
        effectiveGasPrice: '0x1',
        transactionIndex: '0x0',
        from: PAYER,
        to: VAULT,
        type: '0x2',
      },
    };
    json(response, 200, { jsonrpc: '2.0', id, result: results[method] ?? null });
  });
}

test('what waits on the chain of the node is claimed from its vault, once', async () => {
  const taken: string[] = [];
  const node = await mining(taken);
  const chains = { items: [{ chain: 'Alpha', chainId: 31337 }, { chain: 'Beta', chainId: 31338 }] };
  let publishedAt: string | null = null;
  await api((asked, response) => json(response, 200, asked.path === '/v1/chains' ? chains : receipt(publishedAt)));
  const environment = { ...known(), SETTLE_PRIVATE_KEY: `0x${'01'.repeat(32)}` };

  const early = await settle(environment, 'claim', TXID, '--rpc-url', node.url);
  publishedAt = '2026-11-22T00:00:00Z';
  const claimed = await settle(environment, '--json', 'claim', TXID, '--rpc-url', node.url);
  node.close();

  assert.deepEqual([early.code, early.out], [0, 'nothing is to be claimed there now\n'], early.err);
  assert.equal(claimed.code, 0, claimed.err);
  assert.deepEqual(JSON.parse(claimed.out), [{ chain: 'Beta', amount: '5', hash: OTHER }]);
  assert.equal(taken.length, 1);
  const sent = parseTransaction(taken[0] as Hex);
  assert.deepEqual([sent.to, sent.data, sent.chainId], [VAULT, '0xc1a1', 31338]);
});
