// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.RpcError;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads ranges of blocks with a fixed number of calls. Blocks are looked at before and after the
 * logs, so that a chain that moves meanwhile is noticed instead of leaving a gap. A node that
 * refuses a range, or fills one with very many logs, is asked for half of it next time.
 */
final class RangeReader {
  /** What one transaction should have to store at most, roughly. */
  private static final int MANY_LOGS = 4_000;

  private static final int FIRST_SPAN = 16;

  private final EvmReader reader;
  private int span;

  RangeReader(EvmReader reader) {
    this.reader = reader;
    this.span = Math.min(FIRST_SPAN, reader.settings().maxLogRange());
  }

  /**
   * The next range after {@code done}.
   *
   * @param upTo where to end at the latest; above {@code done}
   * @throws PointReplaced when {@code done} is another block now
   * @throws ChainMoved when the answers do not fit each other
   */
  Scan after(Point done, long upTo, Collection<EvmAddress> emitters, Collection<Hash> kinds) {
    long to = Math.min(upTo, done.number() + span);
    BlockRef before = endBefore(done, to);
    List<ChainLog> logs = logs(done.number() + 1, to, emitters, kinds);
    return checked(before, logs);
  }

  private BlockRef endBefore(Point done, long to) {
    if (done.hash() == null) {
      return reader.blocks(List.of(to)).getFirst();
    }
    List<BlockRef> blocks = reader.blocks(List.of(done.number(), to));
    if (done.isContradictedBy(blocks.getFirst())) {
      throw new PointReplaced(done, blocks.getFirst());
    }
    return blocks.getLast();
  }

  private List<ChainLog> logs(
      long from, long to, Collection<EvmAddress> emitters, Collection<Hash> kinds) {
    try {
      List<ChainLog> logs = reader.logs(from, to, emitters, kinds);
      span = logs.size() > MANY_LOGS ? half() : Math.min(chain().maxLogRange(), span * 2);
      return logs;
    } catch (RpcError refused) {
      span = half();
      throw refused;
    }
  }

  private int half() {
    return Math.max(1, span / 2);
  }

  private ChainSettings chain() {
    return reader.settings();
  }

  private Scan checked(BlockRef before, List<ChainLog> logs) {
    TreeSet<Long> numbers = new TreeSet<>();
    logs.forEach(log -> numbers.add(log.blockNumber()));
    numbers.add(before.number());
    Map<Hash, Instant> times = new HashMap<>();
    reader.blocks(List.copyOf(numbers)).forEach(block -> times.put(block.hash(), block.time()));
    if (!times.containsKey(before.hash())) {
      throw new ChainMoved("block " + before.number() + " was replaced while its logs were read");
    }
    for (ChainLog log : logs) {
      if (!times.containsKey(log.blockHash())) {
        throw new ChainMoved(log + " is in a block that is not canonical any more");
      }
    }
    return new Scan(chain().name(), before, logs, times);
  }
}
