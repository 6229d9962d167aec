// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockHeader;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.Hash;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads ranges of blocks with a fixed number of calls: the headers, each the parent of the next,
 * and the logs. Logs must be of these very blocks, so that a chain that moves meanwhile is noticed
 * instead of leaving a gap. A node that refuses a range, or fills one with very many logs, is asked
 * for half of it next time.
 */
final class RangeReader {
  private final EvmReader headers;
  private final EvmReader logs;
  private final Span span;

  /**
   * @param reader is asked for headers
   * @param logs is asked for logs
   */
  RangeReader(EvmReader reader, EvmReader logs) {
    this.headers = reader;
    this.logs = logs;
    this.span = new Span(reader.settings().maxLogRange());
  }

  /**
   * The next range after {@code done}, as the node tells it.
   *
   * @param upTo where to end at the latest; above {@code done}
   * @throws PointReplaced when {@code done} is another block now
   * @throws ChainMoved when the answers do not fit each other
   */
  Scan after(Point done, long upTo, Wanted wanted) {
    return read(
        done, upTo, told(wanted), (blocks, told) -> new Silence.Verified(told, Verification.BLOOM));
  }

  /**
   * The next range after {@code done}, with nothing left out.
   *
   * @param upTo where to end at the latest; above {@code done}
   * @throws PointReplaced when {@code done} is another block now
   * @throws ChainMoved when the answers do not fit each other
   * @throws FalseLogs when a header denies a log
   */
  Scan certified(Point done, long upTo, Wanted wanted, Silence silence) {
    return read(done, upTo, told(wanted), (blocks, told) -> silence.check(blocks, told, wanted));
  }

  /** The next range after {@code done}, by the receipts of every block that may hold something. */
  Scan byReceipts(Point done, long upTo, Wanted wanted, Silence silence) {
    return read(
        done,
        upTo,
        (from, to) -> List.of(),
        (blocks, none) ->
            new Silence.Verified(silence.receiptsIn(blocks, wanted), Verification.RECEIPTS));
  }

  @FunctionalInterface
  private interface Check {
    Silence.Verified verify(List<BlockHeader> headers, List<ChainLog> logs);
  }

  @FunctionalInterface
  private interface Telling {
    List<ChainLog> logs(long from, long to);
  }

  private Telling told(Wanted wanted) {
    return (from, to) -> logs.logs(from, to, wanted.emitters(), wanted.kinds());
  }

  private Scan read(Point done, long upTo, Telling telling, Check check) {
    long to = Math.min(upTo, done.number() + span.blocks());
    try {
      List<BlockHeader> blocks = headersAfter(done, to);
      List<ChainLog> told = telling.logs(done.number() + 1, to);
      Map<Hash, Instant> times = timesOf(blocks, told);
      Silence.Verified verified = check.verify(blocks, told);
      span.read(verified.logs().size());
      return new Scan(
          headers.settings().name(),
          blocks.getFirst().block(),
          blocks.getLast().block(),
          verified.logs(),
          times,
          verified.how());
    } catch (ChainException refused) {
      span.shrink();
      throw refused;
    }
  }

  private List<BlockHeader> headersAfter(Point done, long to) {
    boolean linked = done.hash() != null;
    List<BlockHeader> blocks = headers.headers(linked ? done.number() : done.number() + 1, to);
    if (linked && done.isContradictedBy(blocks.getFirst().block())) {
      throw new PointReplaced(done, blocks.getFirst().block());
    }
    for (int i = 1; i < blocks.size(); i++) {
      BlockRef block = blocks.get(i).block();
      if (!block.parentHash().equals(blocks.get(i - 1).block().hash())) {
        throw new ChainMoved("block " + block.number() + " stands on another than was told");
      }
    }
    return linked ? blocks.subList(1, blocks.size()) : blocks;
  }

  private static Map<Hash, Instant> timesOf(List<BlockHeader> headers, List<ChainLog> logs) {
    Map<Hash, Instant> times = new HashMap<>();
    headers.forEach(header -> times.put(header.block().hash(), header.block().time()));
    for (ChainLog log : logs) {
      if (!times.containsKey(log.blockHash())) {
        throw new ChainMoved(log + " is in a block that is not canonical any more");
      }
    }
    return times;
  }
}
