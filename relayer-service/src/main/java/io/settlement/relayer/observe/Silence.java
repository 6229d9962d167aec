// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockHeader;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells silence from absence. A block whose bloom may hold logs of ours and of which none were told
 * is looked at again: its receipts are read, unless a quorum of providers has told the logs anyway.
 */
final class Silence {
  private static final Logger log = LoggerFactory.getLogger(Silence.class);
  private static final Comparator<ChainLog> CHAIN_ORDER =
      Comparator.comparingLong(ChainLog::blockNumber).thenComparingLong(ChainLog::logIndex);

  /** Receipts of a busy block are megabytes: so many blocks are held at a time. */
  private static final int BLOCKS_AT_ONCE = 8;

  private final EvmReader reader;
  private final boolean quorum;
  private final boolean blooms;
  private final ObserverMetrics metrics;

  /**
   * @param quorum whether the logs that are shown come from a quorum of providers
   * @param blooms whether the chain's headers have blooms that mean something
   */
  Silence(EvmReader reader, boolean quorum, boolean blooms, ObserverMetrics metrics) {
    this.reader = reader;
    this.quorum = quorum;
    this.blooms = blooms;
    this.metrics = metrics;
  }

  /**
   * What is there beyond doubt.
   *
   * @param logs in chain order, omitted ones added
   */
  record Verified(List<ChainLog> logs, Verification how) {}

  /**
   * Checks logs against the headers of their range.
   *
   * @throws FalseLogs when a bloom denies one
   */
  Verified check(List<BlockHeader> headers, List<ChainLog> logs, Wanted wanted) {
    if (blooms) {
      refuseDenied(headers, logs);
    }
    Set<Hash> told = logs.stream().map(ChainLog::blockHash).collect(Collectors.toSet());
    List<Hash> silent =
        headers.stream()
            .filter(header -> !told.contains(header.block().hash()))
            .filter(header -> mayHold(header, wanted))
            .map(header -> header.block().hash())
            .toList();
    if (silent.isEmpty()) {
      return new Verified(logs, quorum ? Verification.QUORUM : Verification.BLOOM);
    }
    return quorum ? new Verified(logs, Verification.QUORUM) : withReceipts(silent, logs, wanted);
  }

  /** Whether a block must be looked at to know that it has no logs of ours. */
  boolean mayHold(BlockHeader header, Wanted wanted) {
    return !blooms || wanted.mayBeIn(header.bloom());
  }

  /** All logs of a range by the receipts of those blocks that may hold any. */
  List<ChainLog> receiptsIn(List<BlockHeader> headers, Wanted wanted) {
    return receiptsOf(
        headers.stream()
            .filter(header -> mayHold(header, wanted))
            .map(header -> header.block().hash())
            .toList(),
        wanted);
  }

  /** All logs of these blocks by their receipts alone, whatever blooms and indexes say. */
  private List<ChainLog> receiptsOf(Collection<Hash> blocks, Wanted wanted) {
    List<ChainLog> found = new ArrayList<>();
    List<Hash> all = List.copyOf(blocks);
    for (int at = 0; at < all.size(); at += BLOCKS_AT_ONCE) {
      List<Hash> some = all.subList(at, Math.min(at + BLOCKS_AT_ONCE, all.size()));
      reader.logsInReceiptsOf(some).values().stream()
          .flatMap(List::stream)
          .filter(wanted::includes)
          .forEach(found::add);
    }
    found.sort(CHAIN_ORDER);
    return found;
  }

  private Verified withReceipts(List<Hash> silent, List<ChainLog> logs, Wanted wanted) {
    List<ChainLog> omitted = receiptsOf(silent, wanted);
    if (omitted.isEmpty()) {
      return new Verified(logs, Verification.RECEIPTS);
    }
    metrics.omitted(reader.settings().name(), omitted.size());
    log.atWarn()
        .addKeyValue("chain", reader.settings().name())
        .addKeyValue("logs", omitted.size())
        .addKeyValue("block", omitted.getFirst().blockNumber())
        .log("a node left logs out; their receipts have them");
    List<ChainLog> all = new ArrayList<>(logs);
    all.addAll(omitted);
    all.sort(CHAIN_ORDER);
    return new Verified(all, Verification.RECEIPTS);
  }

  private static void refuseDenied(List<BlockHeader> headers, List<ChainLog> logs) {
    var blooms =
        headers.stream()
            .collect(Collectors.toMap(header -> header.block().hash(), BlockHeader::bloom));
    for (ChainLog told : logs) {
      var bloom = blooms.get(told.blockHash());
      if (bloom != null && bloom.denies(told)) {
        throw new FalseLogs(
            told + " of block " + told.blockNumber() + " is denied by the bloom of its header");
      }
    }
  }
}
