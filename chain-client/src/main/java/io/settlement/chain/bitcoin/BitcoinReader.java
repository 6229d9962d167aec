// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainException;
import io.settlement.chain.Disagreement;
import io.settlement.chain.RpcError;
import io.settlement.chain.Unreachable;
import io.settlement.events.value.Hash;
import java.util.List;
import java.util.Optional;

/**
 * Bitcoin as its operator's nodes tell it. What moves money (blocks, which block stands at a
 * height, what is unspent) is what the quorum says alike; fees and mempools are one node's word.
 * Every method may throw {@link Unreachable} (transient: nobody, or too few, gave a usable answer),
 * {@link Disagreement} (they contradict each other) and {@link RpcError} (a node refused the
 * question).
 */
public interface BitcoinReader extends AutoCloseable {

  /** Reads with these nodes. */
  static BitcoinReader connect(BitcoinSettings settings, MeterRegistry meters) {
    return new BitcoinNodes(settings, meters);
  }

  /** How it was set up. */
  BitcoinSettings settings();

  /**
   * That every node is on the network of the settings.
   *
   * @throws IllegalStateException when one is on another; its name is said
   */
  void checkNetwork();

  /** The highest block that a quorum of nodes has. */
  BitcoinHeader head();

  /** The block that stands at a height now; empty above the {@link #head()}. */
  Optional<Hash> hashAt(long height);

  /** A block's header, also of one that was replaced. */
  BitcoinHeader header(Hash block);

  /** A whole block, with what its transactions' inputs held. */
  BitcoinBlock block(Hash block);

  /** One transaction of a block, with what its inputs held; empty when the block has none such. */
  Optional<BitcoinTransaction> transactionIn(Hash block, Hash txid);

  /**
   * An output that nobody has spent.
   *
   * @param withMempool whether what waits for a block counts: for outputs and for what spends them
   * @return empty when it is spent or was never there
   */
  Optional<UnspentOutput> unspent(Outpoint outpoint, boolean withMempool);

  /**
   * Everything unspent in blocks under some descriptors. Reads the node's whole set of outputs:
   * seconds to minutes on the main network; a node makes one such scan at a time.
   *
   * @param lastIndex the highest number that stands for a descriptor's wildcard
   */
  UnspentScan unspentUnder(List<String> descriptors, int lastIndex);

  /** A transaction that waits for a block, as one node sees it. */
  Optional<MempoolEntry> mempoolEntry(Hash txid);

  /** The bytes and place of a waiting transaction, as one node sees it. */
  Optional<BitcoinTransaction> waiting(Hash txid);

  /** How full the queue is, as one node sees it. */
  MempoolState mempool();

  /**
   * What gets a transaction into a block: the node's estimate, or the operator's fallback where it
   * has none; never below what mempools take.
   *
   * @param blocks within how many
   */
  FeeRate feeRate(int blocks);

  /**
   * Hands a signed transaction to every node. The best outcome decides.
   *
   * @param transaction serialised with its witnesses
   * @throws ChainException when no node gave an answer
   */
  BitcoinBroadcast broadcast(byte[] transaction);

  /** How many nodes are well, for health. */
  int wellNodes();

  @Override
  void close();
}
