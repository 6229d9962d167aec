// SPDX-License-Identifier: Apache-2.0
import {
  type Account,
  type Chain,
  type Hex,
  type TransactionReceipt,
  type Transport,
  type WalletClient,
  decodeFunctionData,
  isAddressEqual,
  parseEventLogs,
} from 'viem';
import { getChainId, sendTransaction, waitForTransactionReceipt } from 'viem/actions';
import { ABI } from './abi.js';
import type { QuoteRequest, Settlement, Transaction, Transfer } from './types.js';

/** A wallet of viem with an account: `createWalletClient({ account, chain, transport })`. */
export type Wallet = WalletClient<Transport, Chain | undefined, Account>;

/** A transaction of the wallet's did not do what it was for, or was not what had been asked for. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
  constructor(
    message: string,
    /** The transaction, when it is on the chain. */
    readonly hash?: Hex,
  ) {
    super(message);
  }
}

/** What is handed to a wallet: of whom, where to, with what. */
export interface Call {
  to: string;
  data: string;
  /** Wei, decimal digits. */
  value: string;
  gas?: bigint;
  type?: number;
}

/** Signs, sends and waits until it is in a block. Throws when it was reverted. */
export async function execute(wallet: Wallet, call: Call): Promise<TransactionReceipt> {
  const kind = call.type === undefined ? {} : { type: call.type === 0 ? ('legacy' as const) : ('eip1559' as const) };
  const hash = await sendTransaction(wallet, {
    account: wallet.account,
    chain: wallet.chain ?? null,
    to: call.to as Hex,
    data: call.data as Hex,
    value: BigInt(call.value),
    ...(call.gas === undefined ? {} : { gas: call.gas }),
    ...kind,
  } as Parameters<typeof sendTransaction>[1]);
  const receipt = await waitForTransactionReceipt(wallet, { hash });
  if (receipt.status !== 'success') throw new WalletError(`transaction ${hash} was reverted`, hash);
  return receipt;
}

export const asCall = (transaction: Transaction): Call => ({
  to: transaction.to,
  data: transaction.data,
  value: transaction.value,
  gas: BigInt(transaction.gas),
  type: transaction.type,
});

/** Throws when the wallet's node is of another chain. */
export async function requireChain(wallet: Wallet, chainId: number): Promise<void> {
  const connected = await getChainId(wallet);
  if (connected !== chainId) {
    throw new WalletError(`the transaction is for chain ${chainId}, the wallet's node is of chain ${connected}`);
  }
}

/** What is wanted: a transfer of so much to that receiver, for no more than this. */
export interface Wish {
  sender: string;
  receiver: string;
  route: Pick<QuoteRequest, 'fromHandler' | 'toChain' | 'toHandler' | 'amount'>;
  /** The most that may be sent along for gas, wei of the source chain. */
  maxFee?: bigint;
}

/** Throws when it takes other transactions than an approval and one that brings the tokens and their gas. */
export function asTransfer(built: Settlement): Transfer {
  const { send, allowance } = built;
  if (built.kind !== 'TOKENS' || !send || !allowance || built.prepay || built.topUp) {
    throw new WalletError(`a settlement of kind ${built.kind}, or of a chain that is paid apart, is signed by hand`);
  }
  return { ...built, send, allowance };
}

/**
 * Reads the transactions again before anything is signed: that they send what was asked for, through the handler that
 * was named, to the receiver, and let nobody take more than the amount.
 */
export function requireAsked(wish: Wish, built: Transfer): void {
  const { send, approve, quote } = built;
  const { functionName, args } = decodeFunctionData({ abi: ABI, data: send.data as Hex });
  const [toChain, toHandler, , to, amount] = args as readonly [string, bigint, bigint, bigint, bigint];
  const asked = BigInt(wish.route.amount ?? 0);
  const faults = [
    !functionName.startsWith('cross_chain_erc20_settlement') && `calls ${functionName}`,
    !isAddressEqual(send.from as Hex, wish.sender as Hex) && `is from ${send.from}`,
    !isAddressEqual(send.to as Hex, wish.route.fromHandler as Hex) && `goes to ${send.to}`,
    toChain !== wish.route.toChain && `goes to chain ${toChain}`,
    toHandler !== BigInt(wish.route.toHandler) && `goes to handler ${toHandler}`,
    to !== BigInt(wish.receiver) && `is for ${to}`,
    amount !== asked && `moves ${amount}`,
    BigInt(send.value) !== BigInt(quote.total) && `pays ${send.value}, the quote is ${quote.total}`,
    wish.maxFee !== undefined && BigInt(send.value) > wish.maxFee && `pays ${send.value}, more than ${wish.maxFee}`,
    approve && otherApproval(wish, approve, asked),
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) throw new WalletError(`not signed, the transaction ${faults.join(', ')}`);
}

function otherApproval(wish: Wish, approve: Transaction, asked: bigint): string | false {
  const { functionName, args } = decodeFunctionData({ abi: ABI, data: approve.data as Hex });
  const [spender, amount] = args as readonly [Hex, bigint];
  const isAsked =
    functionName === 'approve' &&
    isAddressEqual(spender, wish.route.fromHandler as Hex) &&
    amount === asked &&
    approve.value === '0';
  return !isAsked && `comes with an approval of ${amount} for ${spender}`;
}

/** The id of the message that a transaction sent. */
export function txidOf(receipt: TransactionReceipt): Hex {
  const [sent] = parseEventLogs({ abi: ABI, eventName: 'CrossChainMsg', logs: receipt.logs });
  if (sent === undefined) throw new WalletError(`transaction ${receipt.transactionHash} sent no message`, receipt.transactionHash);
  return `0x${sent.args.txid.toString(16).padStart(64, '0')}`;
}
