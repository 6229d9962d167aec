// SPDX-License-Identifier: Apache-2.0
import { type Client, type Hex, concat, keccak256, pad, toEventSelector, toHex } from 'viem';
import { ABI } from './abi.js';
import type { Receipt } from './types.js';

/** A node for each chain of the route, by the chain's name: any client of viem. */
export type Nodes = Readonly<Record<string, Client>>;

/** What came of reckoning a receipt again. It holds when there are no faults. */
export interface Verification {
  /** How many numbers were reckoned again. */
  checks: number;
  /** What differs, in words. */
  faults: string[];
}

type Message = Receipt['message'];
type Cost = Message['costs'][number];
type Account = Message['accounts'][number];
type Leaf = Receipt['receipts'][number];
interface Log {
  address: Hex;
  topics: Hex[];
  data: Hex;
  logIndex: Hex;
}
interface Mined {
  from: Hex;
  to: Hex | null;
  status: Hex;
  gasUsed: Hex;
  effectiveGasPrice: Hex;
  /** What OP-stack chains charge beside gas. */
  l1Fee?: Hex;
  logs: Log[];
}

const selector = (name: string) => toEventSelector(ABI.find((one) => one.type === 'event' && one.name === name)! as never);
const PREPAID = selector('GasPrepaid');
const REFUNDED = selector('GasRefunded');
const PUBLISHED = selector('ReceiptsPublished');
const METERED = selector('CrossChainMsgGas');
const SKIPPED = selector('CrossChainMsgSkipped');
const DELIVERED = selector('CrossChainHandleResult');
const SETTLED = selector('CrossChainResult');

const word = (data: Hex, index: number) => BigInt(`0x${data.slice(2 + 64 * index, 66 + 64 * index)}`);
const address = (topic: Hex | undefined) => `0x${(topic ?? '').slice(-40).toLowerCase()}`;
const least = (one: bigint, other: bigint) => (one < other ? one : other);
const sum = (numbers: Iterable<bigint>) => [...numbers].reduce((all, one) => all + one, 0n);

/**
 * Reckons a receipt again from the transactions and logs of the chains: payments, the share of each transaction, the
 * margin, what goes back to whom, and that it is in the tree whose root the vault published. Rates, margin and refund
 * fee are the terms' and are believed.
 */
export async function verifyReceipt(receipt: Receipt, nodes: Nodes): Promise<Verification> {
  const reckoning = new Reckoning(receipt, nodes);
  await reckoning.run();
  return { checks: reckoning.checks, faults: reckoning.faults };
}

class Reckoning {
  checks = 0;
  readonly faults: string[] = [];
  private readonly message: Message;
  private readonly source: string;
  private readonly destination: string;
  /** US dollars for one coin of each chain, as whole numbers of one scale. */
  private readonly rate: { source: bigint; destination: bigint };
  private readonly times = new Map<string, bigint>();

  constructor(
    private readonly receipt: Receipt,
    private readonly nodes: Nodes,
  ) {
    this.message = receipt.message;
    const [from = '', to = ''] = this.message.route.split('>');
    this.source = from.split(':')[0]!;
    this.destination = to.split(':')[0]!;
    this.rate = ratesOf(this.message);
  }

  async run(): Promise<void> {
    for (const cost of this.message.costs) await this.cost(cost);
    for (const account of this.message.accounts) {
      const leaf = this.receipt.receipts.find((one) => one.chain === account.chain && one.payer === account.payer);
      this.holds(`no receipt of ${account.payer} on ${account.chain}`, leaf !== undefined);
      await this.payments(account, leaf?.vault ?? undefined);
      await this.refund(account);
    }
    await this.rests();
    for (const leaf of this.receipt.receipts) await this.leaf(leaf);
  }

  private same(what: string, said: unknown, found: unknown): void {
    this.checks++;
    if (String(said).toLowerCase() !== String(found).toLowerCase()) {
      this.faults.push(`${what}: the receipt says ${String(said)}, the chain ${String(found)}`);
    }
  }

  private holds(otherwise: string, fact: boolean): void {
    this.checks++;
    if (!fact) this.faults.push(otherwise);
  }

  private async ask<T>(chain: string, method: string, ...params: unknown[]): Promise<T | null> {
    const node = this.nodes[chain];
    if (node === undefined) throw new Error(`no node was given for ${chain}`);
    return (await node.request({ method, params } as never)) as T | null;
  }

  private async mined(chain: string, txHash: string): Promise<Mined> {
    const found = await this.ask<Mined>(chain, 'eth_getTransactionReceipt', txHash);
    if (found === null) throw new Error(`${chain} does not know transaction ${txHash}`);
    return found;
  }

  private async cost(cost: Cost): Promise<void> {
    const mined = await this.mined(cost.chain, cost.txHash);
    const what = `${cost.leg} in ${cost.txHash}`;
    const price = BigInt(mined.effectiveGasPrice);
    this.same(`${what}, submitter`, cost.submitter, mined.from);
    this.same(`${what}, price of gas`, cost.gasPrice, price);
    const fee = cost.leg === 'FAILED' ? await this.failed(what, cost, mined, price) : this.shared(what, cost, mined, price);
    this.same(`${what}, fee`, cost.fee, fee);
    const { source, destination } = this.rate;
    const charge = cost.chain === this.source ? fee : (fee * destination + source - 1n) / source;
    // What came after the rest was decided, or was a stranger's, is not the message's.
    const allowed = [cost.stranger ? 0n : charge, 0n];
    this.holds(`${what} is charged ${cost.charge}, not ${charge}`, allowed.includes(BigInt(cost.charge)));
  }

  /** Of a transaction that was reverted as a whole its messages pay equal parts, the first one what rounding left. */
  private async failed(what: string, cost: Cost, mined: Mined, price: bigint): Promise<bigint> {
    const transaction = await this.ask<{ input: Hex }>(cost.chain, 'eth_getTransactionByHash', cost.txHash);
    const whole = BigInt(mined.gasUsed) * price + BigInt(mined.l1Fee ?? 0);
    const members = BigInt(cost.members ?? 1);
    const first = whole / members + (whole % members);
    this.holds(`${what} was not reverted`, mined.status === '0x0');
    this.holds(`${what} did not carry the message`, transaction?.input.includes(this.message.txid.slice(2)) === true);
    this.same(`${what}, gas used`, cost.gasUsed, BigInt(mined.gasUsed));
    return BigInt(cost.fee) === first ? first : whole / members;
  }

  private shared(what: string, cost: Cost, mined: Mined, price: bigint): bigint {
    const share = shareOf(this.message.txid, mined);
    const kind = cost.leg === 'DELIVERY' ? DELIVERED : SETTLED;
    const isThere = mined.logs.some(({ topics }) => topics[0] === kind && topics[1] === this.message.txid);
    this.holds(`${what} has no such log`, isThere);
    this.same(`${what}, gas used`, cost.gasUsed, share.units);
    this.same(`${what}, data fee`, cost.dataFee, share.data);
    return share.units * price + share.data;
  }

  private async payments(account: Account, vault: string | undefined): Promise<void> {
    let paid = 0n;
    for (const payment of account.payments) {
      const mined = await this.mined(account.chain, payment.txHash);
      const log = mined.logs.find((one) => Number(one.logIndex) === payment.logIndex);
      const what = `payment in ${payment.txHash}`;
      this.holds(`${what} is not there`, log?.topics[0] === PREPAID && log.topics[1] === this.message.txid);
      if (log === undefined) continue;
      if (vault !== undefined) this.same(`${what}, vault`, vault, log.address);
      this.same(`${what}, account`, account.payer, address(log.topics[3]));
      this.same(`${what}, amount`, payment.amount, word(log.data, 0));
      paid += word(log.data, 0);
    }
    this.same(`payments of ${account.payer} on ${account.chain}`, account.settled, paid);
  }

  private async refund(account: Account): Promise<void> {
    if (!account.refund) return;
    const mined = await this.mined(account.chain, account.refund.txHash);
    const log = mined.logs.find(
      ({ topics }) => topics[0] === REFUNDED && topics[1] === this.message.txid && address(topics[2]) === account.payer,
    );
    this.holds(`refund in ${account.refund.txHash} is not there`, log !== undefined);
    if (log) this.same(`refund of ${account.payer}`, account.refund.amount, word(log.data, 0));
  }

  /** The sender's account first, then the others by their first payment; with what was paid before the message ended. */
  private async rests(): Promise<void> {
    const { costs, terms, accounts, sender } = this.message;
    const spent = sum(costs.map((cost) => BigInt(cost.charge)));
    this.same('spent', this.message.spent, spent);
    let open = spent + (spent * BigInt(terms.marginBps)) / 10000n;
    const end = costs.find(({ leg }) => leg === 'CALLBACK');
    const ended = end && (await this.timeOf(end.chain, end.blockNumber));
    let earlier = -1n;
    for (const account of accounts) {
      const here = account.chain === this.source;
      const paid = await Promise.all(account.payments.map(({ blockNumber }) => this.timeOf(account.chain, blockNumber)));
      if (!(here && account.payer === sender)) {
        const first = paid.reduce(least);
        this.holds(`${account.payer} on ${account.chain} paid earlier than the account before`, first >= earlier);
        earlier = first;
      }
      const isLate = (index: number) => ended !== undefined && paid[index]! > ended;
      const late = sum(account.payments.map((one, index) => (isLate(index) ? BigInt(one.amount) : 0n)));
      const share = least(open, this.worth(account, BigInt(account.settled) - late));
      open -= share;
      const { source, destination } = this.rate;
      const rest = BigInt(account.settled) - (here ? share : (share * source) / destination);
      const due = account.way === 'PUSHED' && rest > 0n ? rest - BigInt(terms.refundFee) : rest;
      this.same(`what ${account.payer} gets back on ${account.chain}`, account.due, due);
    }
  }

  /** In wei of the source chain. */
  private worth(account: Account, amount: bigint): bigint {
    if (account.chain === this.source) return amount;
    return account.chain === this.destination ? (amount * this.rate.destination) / this.rate.source : 0n;
  }

  private async timeOf(chain: string, block: number): Promise<bigint> {
    const key = `${chain} ${block}`;
    const known = this.times.get(key);
    if (known !== undefined) return known;
    const found = await this.ask<{ timestamp: Hex }>(chain, 'eth_getBlockByNumber', toHex(block), false);
    if (found === null) throw new Error(`${chain} does not know block ${block}`);
    this.times.set(key, BigInt(found.timestamp));
    return BigInt(found.timestamp);
  }

  private async leaf(leaf: Leaf): Promise<void> {
    const account = this.message.accounts.find((one) => one.chain === leaf.chain && one.payer === leaf.payer);
    const what = `receipt of ${leaf.payer} on ${leaf.chain}`;
    this.same(`${what}, spent + refund`, leaf.prepaid, BigInt(leaf.spent) + BigInt(leaf.refund));
    this.same(`${what}, refund`, leaf.refund, account?.due);
    const fields = [leaf.txid, leaf.payer, leaf.prepaid, leaf.spent, leaf.refund].map((one) => pad(toHex(BigInt(one))));
    const hash = keccak256(keccak256(concat(fields)));
    this.same(`${what}, leaf`, leaf.leaf, hash);
    if (!leaf.tree || !leaf.claim) return;
    const root = leaf.claim.proof.reduce<Hex>((node, sibling) => keccak256(concat([node, sibling as Hex].sort())), hash);
    this.same(`${what}, root`, leaf.tree.root, root);
    if (!leaf.tree.publishedTx) return;
    const mined = await this.mined(leaf.chain, leaf.tree.publishedTx);
    const isPublished = mined.logs.some(
      (log) => log.topics[0] === PUBLISHED && log.topics[1] === root && address(log.address) === leaf.vault,
    );
    this.holds(`${what}: its root is not published`, isPublished);
  }
}

/** Decimal texts as whole numbers of one scale. */
function ratesOf(message: Message): { source: bigint; destination: bigint } {
  const { rateSource, rateDestination } = message.terms;
  const digits = (text: string) => (text.split('.')[1] ?? '').length;
  const scale = Math.max(digits(rateSource), digits(rateDestination));
  const whole = (text: string) => BigInt(text.replace('.', '') + '0'.repeat(scale - digits(text)));
  return { source: whole(rateSource), destination: whole(rateDestination) };
}

/** Gas metered for each message by the contract that was called, in the order of its logs. */
function metered(mined: Mined): Map<Hex, bigint> {
  const gas = new Map<Hex, bigint>();
  for (const { address: of, topics, data } of mined.logs) {
    const [kind, txid] = topics;
    if (of.toLowerCase() !== (mined.to ?? '').toLowerCase() || kind === undefined || txid === undefined) continue;
    const units = kind === METERED ? word(data, 1) : kind === SKIPPED ? word(data, 2) : undefined;
    if (units !== undefined || [DELIVERED, SETTLED, REFUNDED].includes(kind)) {
      gas.set(txid, (gas.get(txid) ?? 0n) + (units ?? 0n));
    }
  }
  return gas;
}

/** Gas: what two dozen cold accounts and slots cost. */
const MOST_WARMING = 50_000n;

/** The same without what the first one warmed for all: what it used beyond the median of the others. */
function levelled(gas: Map<string, bigint>): Map<string, bigint> {
  const [first, ...others] = gas;
  if (first === undefined || others.length === 0) return gas;
  const sorted = others.map(([, units]) => units).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const beyond = first[1] - sorted[(sorted.length - 1) >> 1]!;
  const warming = beyond < 0n ? 0n : beyond > MOST_WARMING ? MOST_WARMING : beyond;
  return new Map(gas).set(first[0], first[1] - warming);
}

/**
 * A message's share: its metered gas and an equal part of the rest; where more was metered than paid for, in proportion
 * to it. Divisions round down, the first message carries what rounding left.
 */
function shareOf(txid: string, mined: Mined): { units: bigint; data: bigint } {
  const gas = levelled(metered(mined));
  const total = BigInt(mined.gasUsed);
  const all = sum(gas.values());
  const members = BigInt(gas.size);
  const shares = new Map<string, bigint>();
  for (const [member, units] of gas) {
    shares.set(member, total < all ? (units * total) / all : units + (total - all) / members);
  }
  const first = shares.keys().next().value;
  if (first !== undefined) shares.set(first, shares.get(first)! + total - sum(shares.values()));
  const fee = BigInt(mined.l1Fee ?? 0);
  const data = members === 0n ? 0n : fee / members + (first === txid ? fee % members : 0n);
  return { units: shares.get(txid) ?? 0n, data };
}
