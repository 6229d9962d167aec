// SPDX-License-Identifier: Apache-2.0
import type { Hex } from 'viem';
import { type Api, type ClientOptions, createApi } from './api.js';
import { type FollowOptions, Following } from './follow.js';
import { everyOf } from './pages.js';
import { pause } from './pause.js';
import type {
  GasAccount,
  Message,
  MessageEvent,
  MessageQuery,
  Quote,
  QuoteRequest,
  Receipt,
  Settlement,
  SettlementRequest,
  Transfer,
  Waiting,
  WaitingQuery,
  WayToPay,
} from './types.js';
import { type Wallet, WalletError, asCall, asTransfer, execute, requireAsked, requireChain, txidOf } from './wallet.js';

/** How long a payment may take to be final and read, and how often that is asked. Milliseconds. */
const HEARD_OF = 60_000;
const LOOK = 1_000;

export interface SendOptions {
  wallet: Wallet;
  /** Between which handlers, and how much; sender and receiver are said beside it. */
  quote: QuoteRequest;
  /** Who gets the tokens: the wallet's own account unless said. */
  receiver?: string;
  /** The most that may be paid for gas, wei of the source chain. Nothing is signed when it would be more. */
  maxFee?: bigint;
  /** Names the request: the same settlement is built again for the same key. A random one unless said. */
  idempotencyKey?: string;
  /** Told before each signature, and waited for: what was built, with the message's id, can be written down here. */
  onStep?: (step: Step) => void | Promise<void>;
}

export type Step =
  | { step: 'approving'; settlement: Transfer }
  | { step: 'sending'; settlement: Transfer }
  | { step: 'sent'; txid: Hex; hash: Hex };

export interface Sent {
  /** The message's id on both chains. */
  txid: Hex;
  /** The transaction that sent it. */
  hash: Hex;
  quote: Quote;
}

export interface Paid {
  chain: string;
  /** Wei of that chain, decimal digits. */
  amount: string;
  hash: Hex;
}

/** What a partner or an operator does with the suite. Amounts are decimal digits in the smallest unit. */
export class SettlementClient {
  /** Every operation of the API by its path, typed. Refusals are thrown. */
  readonly api: Api;

  constructor(private readonly options: ClientOptions) {
    this.api = createApi(options);
  }

  /** What a message costs on every chain it touches. */
  async quote(request: QuoteRequest, options: { idempotencyKey?: string } = {}): Promise<Quote> {
    const { data } = await this.api.POST('/v1/quotes', { body: request, headers: named(options.idempotencyKey) });
    return data!;
  }

  /** The transactions that send tokens, for the user's wallet to sign. */
  async buildSettlement(request: SettlementRequest, options: { idempotencyKey?: string } = {}): Promise<Settlement> {
    const { data } = await this.api.POST('/v1/settlements', { body: request, headers: named(options.idempotencyKey) });
    return data!;
  }

  /**
   * Sends tokens: asks for the transactions, reads them again, lets the handler take the amount where it may not yet,
   * sends the message and waits until its transaction is in a block.
   */
  async send(options: SendOptions): Promise<Sent> {
    const { wallet, quote, maxFee, onStep } = options;
    const sender = wallet.account.address;
    const receiver = options.receiver ?? sender;
    const wish = { sender, receiver, route: quote, ...(maxFee === undefined ? {} : { maxFee }) };
    const naming = options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey };

    let settlement = asTransfer(await this.buildSettlement({ sender, receiver, quote }, naming));
    requireAsked(wish, settlement);
    await requireChain(wallet, settlement.send.chainId);
    if (settlement.approve) {
      await onStep?.({ step: 'approving', settlement });
      await execute(wallet, asCall(settlement.approve));
      // Now that it may be taken a node can try the message: the same quote, gas that was measured.
      const { quoteId } = settlement.quote;
      settlement = asTransfer(await this.buildSettlement({ sender, receiver, quoteId }));
      requireAsked(wish, settlement);
    }
    await onStep?.({ step: 'sending', settlement });
    const mined = await execute(wallet, asCall(settlement.send));
    const sent = { txid: txidOf(mined), hash: mined.transactionHash };
    await onStep?.({ step: 'sent', ...sent });
    return { ...sent, quote: settlement.quote };
  }

  /** Where a message stands, and what happened to it. */
  async message(txid: string): Promise<Message> {
    const { data } = await this.api.GET('/v1/messages/{txid}', { params: { path: { txid } } });
    return data!;
  }

  /** The messages of which all that is asked holds, the latest first, asked for as they are needed. */
  messages(query: Omit<MessageQuery, 'cursor' | 'before'> = {}): AsyncGenerator<Message, void> {
    return everyOf(async (cursor) => {
      const asked = cursor === undefined ? query : { ...query, cursor };
      const { data } = await this.api.GET('/v1/messages', { params: { query: asked } });
      return data!;
    });
  }

  /** For operators: what does not go on, the longest waiting first. */
  waiting(query: Omit<WaitingQuery, 'after'> = {}): AsyncGenerator<Waiting, void> {
    return everyOf(async (after) => {
      const asked = after === undefined ? query : { ...query, after };
      const { data } = await this.api.GET('/v1/waiting', { params: { query: asked } });
      return data!;
    });
  }

  /**
   * What happens to a message, as it happens, each event once and in order; ends when nothing more is going to happen.
   * A broken stream is resumed where it was. Where streams do not get through the message is asked for instead.
   */
  follow(txid: string, options: FollowOptions = {}): AsyncGenerator<MessageEvent, void> {
    return new Following(this.api, this.options, txid, options).events();
  }

  /** Where every wei of a message's prepayment went, and what it lacks. */
  async gas(txid: string): Promise<GasAccount> {
    // The document knows one operation with and without asOf, and calls it required.
    const query = {} as { asOf: string };
    const { data } = await this.api.GET('/v1/gas/{txid}', { params: { path: { txid }, query } });
    return data as GasAccount;
  }

  /** What an ended message cost and gave back, with what proves it: see {@link verifyReceipt}. */
  async receipt(txid: string): Promise<Receipt> {
    const { data } = await this.api.GET('/v1/gas/{txid}/receipt', { params: { path: { txid } } });
    return data!;
  }

  /**
   * Pays what a waiting message lacks, on the chain of the wallet; undefined when it lacks nothing. Comes back when the
   * suite has heard of the payment, so that who asks again does not pay again; after a minute at the latest. What was
   * too much goes back to the account it was paid into.
   */
  async topUp(wallet: Wallet, txid: string): Promise<Paid | undefined> {
    const { waysToPay, prepaid } = await this.gas(txid);
    if (waysToPay.length === 0) return undefined;
    const way = await this.wayOf(wallet, waysToPay);
    const mined = await execute(wallet, { to: way.vault, data: way.data, value: way.amount });
    const deadline = Date.now() + HEARD_OF;
    while ((await this.gas(txid)).prepaid === prepaid && Date.now() < deadline) await pause(LOOK);
    return { chain: way.chain, amount: way.amount, hash: mined.transactionHash };
  }

  /** Claims rests that are not paid out by themselves, on the chain of the wallet; anyone may, the payer gets them. */
  async claim(wallet: Wallet, txid: string): Promise<Paid[]> {
    const { message, receipts } = await this.receipt(txid);
    const open = message.accounts.filter((account) => !account.refund && BigInt(account.due) > 0n);
    const [connected, chainId] = await Promise.all([wallet.getChainId(), this.chainIds()]);
    const paid: Paid[] = [];
    for (const { chain, payer } of open.filter((account) => chainId(account.chain) === connected)) {
      const receipt = receipts.find((one) => one.chain === chain && one.payer === payer);
      if (!receipt?.claim || !receipt.vault || !receipt.tree?.publishedAt) continue;
      const mined = await execute(wallet, { to: receipt.vault, data: receipt.claim.data, value: '0' });
      paid.push({ chain, amount: receipt.refund, hash: mined.transactionHash });
    }
    return paid;
  }

  private async wayOf(wallet: Wallet, ways: WayToPay[]): Promise<WayToPay> {
    const connected = await wallet.getChainId();
    const chainId = await this.chainIds();
    const way = ways.find(({ chain }) => chainId(chain) === connected);
    if (way === undefined) {
      const chains = ways.map(({ chain }) => chain).join(' or ');
      throw new WalletError(`it is paid on ${chains}, the wallet's node is of chain ${connected}`);
    }
    return way;
  }

  private async chainIds(): Promise<(chain: string) => number> {
    const { data } = await this.api.GET('/v1/chains');
    return (name) => data!.items.find(({ chain }) => chain === name)?.chainId ?? 0;
  }
}

/** Opens the API with a key. */
export function createSettlementClient(options: ClientOptions): SettlementClient {
  return new SettlementClient(options);
}

function named(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { 'Idempotency-Key': key };
}
