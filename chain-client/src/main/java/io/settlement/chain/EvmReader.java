// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads one chain and hands it signed transactions. Every method throws a {@link ChainException};
 * none takes a refusal for absence. Safe for use by several threads.
 */
public interface EvmReader extends AutoCloseable {

  /** What it was connected with. */
  ChainSettings settings();

  /** The newest block that is as settled as asked. */
  BlockRef head(FinalityTag tag);

  /**
   * Blocks in the order of their numbers given, one batch for each hundred.
   *
   * @throws Unreachable when no node has one of them
   */
  List<BlockRef> blocks(List<Long> numbers);

  /**
   * Logs of canonical blocks in chain order; nothing when {@code from} is above {@code to}.
   *
   * @param from first block
   * @param to last block
   * @param addresses emitters; all when empty
   * @param topic0s kinds; all when empty
   * @throws Unreachable when the node's head is below {@code to}, because its answer would leave
   *     out what it has not seen yet
   */
  List<ChainLog> logs(
      long from, long to, Collection<EvmAddress> addresses, Collection<Hash> topic0s);

  /**
   * Headers of a range, lowest first, one batch for each hundred.
   *
   * @throws Unreachable when no node has one of them
   */
  List<BlockHeader> headers(long from, long to);

  /**
   * Logs of exactly these blocks (EIP-234), each in block order. A node that does not know one of
   * them refuses instead of leaving something out.
   *
   * @throws RpcError when a block is unknown
   */
  Map<Hash, List<ChainLog>> logsOf(
      Collection<Hash> blocks, Collection<EvmAddress> addresses, Collection<Hash> topic0s);

  /**
   * All logs of these blocks as their receipts tell them, which no index of logs stands between.
   *
   * @throws Unreachable when no node has one of them
   */
  Map<Hash, List<ChainLog>> logsInReceiptsOf(Collection<Hash> blocks);

  /** Whether the node says that it is still fetching the chain. */
  boolean isSyncing();

  /** Receipts of those that are mined, one batch for each hundred. */
  Map<Hash, Receipt> receipts(Collection<Hash> txHashes);

  /**
   * What the call would return.
   *
   * @throws Reverted when the contract refuses
   */
  byte[] call(Call call, FinalityTag tag);

  /**
   * What the calls would return, in their order, one batch for each hundred.
   *
   * @throws Reverted when one of them is refused
   */
  List<byte[]> calls(List<Call> calls, FinalityTag tag);

  /**
   * What the calls would return on top of a block, in their order, one batch for each hundred.
   *
   * @throws Reverted when one of them is refused
   */
  List<byte[]> callsAt(List<Call> calls, long block);

  /**
   * Gas the call would need on top of the newest block.
   *
   * @throws Reverted when the contract refuses
   */
  Gas estimateGas(Call call);

  /**
   * What the call would do on top of the newest block, with its logs, under this gas limit.
   *
   * @return empty when no node can say that (eth_simulateV1)
   */
  Optional<Rehearsed> rehearse(Call call, Gas limit);

  /**
   * How each of the calls would be refused, in their order; empty for those that would not be. One
   * batch for each hundred.
   */
  List<Optional<Reverted>> refusals(List<Call> calls, FinalityTag tag);

  /** What gas costs in the next block. */
  FeeSnapshot fees();

  /**
   * What gas costs in the next block, with the tip that was paid lately.
   *
   * @param tipPercentile of the gas of the last blocks, 1 to 100; the median block counts
   */
  FeeSnapshot fees(int tipPercentile);

  /**
   * What gas costs in the next block, with the base fees of so many blocks before it; fewer where
   * the node knows no more.
   *
   * @param blocks 1 to 1024
   */
  FeeHistory feeHistory(int blocks);

  /** Native balance at the newest block. */
  Wei balance(EvmAddress account);

  /**
   * Native balance when a block had been executed.
   *
   * @throws RpcError when the node does not keep the state of that block any more
   */
  Wei balanceAt(EvmAddress account, long block);

  /**
   * How many transactions the account had sent when a block had been executed.
   *
   * @throws RpcError when the node does not keep the state of that block any more
   */
  long transactionCountAt(EvmAddress account, long block);

  /**
   * All transactions of a block, in their order.
   *
   * @throws Unreachable when no node has it
   */
  List<MinedTransaction> transactionsIn(long block);

  /** How many transactions the account has sent; with those not mined yet when {@code pending}. */
  long transactionCount(EvmAddress account, boolean pending);

  /**
   * What a node holds, mined or not, of an account at a nonce.
   *
   * @return empty when there is nothing, or when the node does not let its pool be read
   */
  Optional<PooledTransaction> transactionAt(EvmAddress account, long nonce);

  /**
   * Hands a signed transaction to all providers that are well, at once, and returns when one has
   * taken it; again is harmless. Not repeated here: who sends looks for the receipt anyway.
   *
   * @param taken whether a refusal means that the chain has the transaction already; no other
   *     provider is waited for then
   * @throws ChainException such a refusal; else the first one when no provider takes it
   * @throws Unreachable when none answers
   */
  void send(byte[] signed, Predicate<ChainException> taken);

  /** The EIP-155 id the node claims. */
  long chainId();

  /**
   * The same nodes; calls are counted under this purpose.
   *
   * @param purpose a word of lower-case letters and dashes; from a small set, it is a metric's tag
   */
  EvmReader forPurpose(String purpose);

  /**
   * The same nodes; facts that move money need as many of the chain's providers to agree as its
   * settings demand: {@link #head}, {@link #blocks}, {@link #logs}, {@link #receipts}, {@link
   * #call}, {@link #calls}, {@link #balanceAt}, {@link #transactionCountAt} and {@link
   * #transactionsIn}, which then throw {@link Disagreement} when too few say the same. Calls are
   * asked about the block that the providers agree on. All else, and a chain whose quorum is one,
   * is as without.
   */
  EvmReader agreed();

  /**
   * Rings when a provider announces a block over its WebSocket: a reason to look now, nothing more.
   * Never when no provider has a WebSocket address; whoever listens has to look by itself as well.
   *
   * @param wake called from a thread of this reader's; must return at once
   * @return ends it
   */
  Bell onNewHead(Runnable wake);

  /** How the providers have served, in their configured order. */
  List<ProviderReport> providers();

  /** A subscription. */
  @FunctionalInterface
  interface Bell extends AutoCloseable {
    @Override
    void close();
  }

  /** Ends what {@link #connect} began; on a view from another method it does nothing. */
  @Override
  void close();

  /** Opens no connection yet; the first call does. */
  static EvmReader connect(ChainSettings settings, MeterRegistry meters) {
    return connect(settings, meters, WeightFactors.NONE);
  }

  /**
   * The same, with providers' weights scaled while it is in use.
   *
   * @param factors by what; they change who is asked first, never how many have to agree
   */
  static EvmReader connect(ChainSettings settings, MeterRegistry meters, WeightFactors factors) {
    return connect(settings, meters, factors, TracerProvider.noop().get("io.settlement"));
  }

  /**
   * The same, with a span of each call.
   *
   * @param tracer chooses which ones are told
   */
  static EvmReader connect(
      ChainSettings settings, MeterRegistry meters, WeightFactors factors, Tracer tracer) {
    return NodeReader.connect(settings, meters, factors, tracer);
  }
}
