// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { type Settlement, type Wallet, WalletError, createSettlementClient } from '@settlement-suite/client';
import { type Hex, createWalletClient, custom, encodeFunctionData, parseAbi } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { Server, json } from './server.js';

const KEY: Hex = `0x${'01'.repeat(32)}`;
const SENDER = privateKeyToAccount(KEY).address;
const HANDLER: Hex = `0x${'aa'.repeat(20)}`;
const TOKEN: Hex = `0x${'bb'.repeat(20)}`;
const THIEF: Hex = `0x${'ee'.repeat(20)}`;
const QUOTE = { fromChain: 'Alpha', fromHandler: HANDLER, toChain: 'Beta', toHandler: `0x${'cc'.repeat(20)}`, amount: '100' };
const ABI = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function cross_chain_erc20_settlement(string to_chain, uint256 to_handler, uint256 to_token, uint256 to, uint256 amount) payable',
]);

let server: Server;
afterEach(() => server.close());

interface Twist {
  amount?: bigint;
  receiver?: Hex;
  spender?: Hex;
  value?: string;
  to?: Hex;
  kind?: Settlement['kind'];
}

/** What the API answers when it is as it should be, but for the twist. */
function settlement(twist: Twist): Settlement {
  const { amount = 100n, receiver = SENDER, spender = HANDLER, value = '5000', to = HANDLER, kind = 'TOKENS' } = twist;
  const common = { from: SENDER, chainId: 31337, gas: 21000, type: 2 };
  const args = ['Beta', BigInt(QUOTE.toHandler), 1n, BigInt(receiver), amount] as const;
  return {
    kind,
    quote: { quoteId: 'q', total: '5000' },
    txid: `0x${'dd'.repeat(32)}`,
    allowance: { token: TOKEN, spender: HANDLER, current: '0', required: '100', needed: true },
    approve: {
      ...common,
      to: TOKEN,
      value: '0',
      data: encodeFunctionData({ abi: ABI, functionName: 'approve', args: [spender, 100n] }),
    },
    send: { ...common, to, value, data: encodeFunctionData({ abi: ABI, functionName: 'cross_chain_erc20_settlement', args }) },
  } as unknown as Settlement;
}

async function attempt(twist: Twist, chainId = 31337, maxFee?: bigint) {
  const calls: string[] = [];
  const request = ({ method }: { method: string }) => {
    calls.push(method);
    return method === 'eth_chainId' ? Promise.resolve(`0x${chainId.toString(16)}`) : Promise.reject(new Error(`no ${method} here`));
  };
  const transport = custom({ request }, { retryCount: 0 });
  const wallet: Wallet = createWalletClient({ account: privateKeyToAccount(KEY), transport });
  server = await Server.start((_, response) => json(response, 200, settlement(twist)));
  const client = createSettlementClient({ baseUrl: server.url, apiKey: 'the key' });
  const fee = maxFee === undefined ? {} : { maxFee };
  const error: unknown = await client.send({ wallet, quote: QUOTE, ...fee }).catch((thrown: unknown) => thrown);
  return { error, calls };
}

for (const [what, twist, words] of [
  ['that moves more', { amount: 101n }, /moves 101/],
  ['for somebody else', { receiver: THIEF }, /is for/],
  ['through another contract', { to: THIEF }, /goes to 0xee/],
  ['that pays more than was quoted', { value: '5001' }, /pays 5001/],
  ['that is no transfer', { kind: 'WITHDRAWAL' }, /kind WITHDRAWAL/],
  ['that lets somebody else take the tokens', { spender: THIEF }, /approval of 100 for 0xEe/i],
] as const) {
  test(`nothing is signed ${what}`, async () => {
    const { error, calls } = await attempt(twist);

    assert.ok(error instanceof WalletError, String(error));
    assert.match(error.message, words);
    assert.deepEqual(calls, []);
  });
}

test('nothing is signed that costs more than allowed', async () => {
  const { error, calls } = await attempt({}, 31337, 4999n);

  assert.match(String(error), /more than 4999/);
  assert.deepEqual(calls, []);
});

test('nothing is signed for another chain than the one the wallet is connected to', async () => {
  const { error, calls } = await attempt({}, 1);

  assert.match(String(error), /for chain 31337, the wallet's node is of chain 1$/);
  assert.deepEqual(calls, ['eth_chainId']);
});

test('what was asked for is handed to the wallet', async () => {
  const { error, calls } = await attempt({});

  assert.ok(!(error instanceof WalletError), String(error));
  assert.ok(calls.length > 1);
});
