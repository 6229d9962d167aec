// SPDX-License-Identifier: Apache-2.0
import type { SettlementClient } from '@settlement-suite/client';
import { Exit, type ExitCode } from './exit.js';
import { follow } from './messages.js';
import { Usage } from './settings.js';
import type { Terminal } from './terminal.js';
import { walletAt } from './wallet.js';

export interface SendArguments {
  from: string;
  to: string;
  amount: string;
  rpcUrl: string;
  receiver?: string;
  maxFee?: string;
  follow?: boolean;
}

/** Quote, approval where one is needed, message; the wallet signs, its key stays here. */
export async function send(client: SettlementClient, terminal: Terminal, given: SendArguments): Promise<ExitCode> {
  const source = handler(given.from);
  const target = handler(given.to);
  const amount = whole(given.amount, '--amount');
  const sent = await client.send({
    wallet: await walletAt(given.rpcUrl),
    quote: { fromChain: source.chain, fromHandler: source.address, toChain: target.chain, toHandler: target.address, amount },
    ...(given.receiver === undefined ? {} : { receiver: given.receiver }),
    ...(given.maxFee === undefined ? {} : { maxFee: BigInt(whole(given.maxFee, '--max-fee')) }),
    onStep: (step) => {
      if (step.step === 'approving') terminal.aside(`approving ${amount} for ${step.settlement.allowance.spender}`);
      if (step.step === 'sending') terminal.aside(`sending, with ${step.settlement.quote.total} wei for gas`);
    },
  });
  terminal.next({ txid: sent.txid, hash: sent.hash, total: sent.quote.total }, () => `${sent.txid} sent by ${sent.hash}`);
  return given.follow ? follow(client, terminal, sent.txid, {}) : Exit.DONE;
}

/** Pays what a message lacks; without a node it says how that is done. */
export async function topUp(
  client: SettlementClient,
  terminal: Terminal,
  txid: string,
  rpcUrl: string | undefined,
): Promise<ExitCode> {
  if (rpcUrl === undefined) {
    const { waysToPay, missing, waitsFor } = await client.gas(txid);
    terminal.answer({ txid, missing, waitsFor, waysToPay }, () =>
      waysToPay.length === 0
        ? 'it lacks nothing'
        : waysToPay.map((way) => `${way.amount} wei on ${way.chain} to ${way.vault}: ${way.call} ${way.data}`),
    );
    return Exit.DONE;
  }
  const paid = await client.topUp(await walletAt(rpcUrl), txid);
  terminal.answer(paid ?? null, () => (paid ? `${paid.amount} wei paid on ${paid.chain} by ${paid.hash}` : 'it lacks nothing'));
  return Exit.DONE;
}

/** Takes home rests that are not paid out by themselves, on the chain of that node. */
export async function claim(client: SettlementClient, terminal: Terminal, txid: string, rpcUrl: string): Promise<ExitCode> {
  const paid = await client.claim(await walletAt(rpcUrl), txid);
  terminal.answer(paid, () =>
    paid.length === 0
      ? 'nothing is to be claimed there now'
      : paid.map(({ chain, amount, hash }) => `${amount} wei claimed on ${chain} by ${hash}`),
  );
  return Exit.DONE;
}

function handler(text: string): { chain: string; address: string } {
  const match = /^([^:]+):(0x[0-9a-fA-F]{40})$/.exec(text);
  if (match === null) throw new Usage(`${text} is not a handler: Chain:0x and 40 hexadecimal digits`);
  return { chain: match[1]!, address: match[2]! };
}

function whole(text: string, what: string): string {
  if (!/^\d{1,78}$/.test(text)) throw new Usage(`${what} is digits, in the smallest unit`);
  return text;
}
