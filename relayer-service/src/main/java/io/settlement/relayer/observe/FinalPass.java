// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.EvmReader;
import java.time.Clock;

/** Turns the next range of final blocks into facts. */
final class FinalPass {
  private final EvmReader reader;
  private final RangeReader ranges;
  private final ChainLogs logs;
  private final ObserverStore store;
  private final Clock clock;

  FinalPass(
      EvmReader reader, RangeReader ranges, ChainLogs logs, ObserverStore store, Clock clock) {
    this.reader = reader;
    this.ranges = ranges;
    this.logs = logs;
    this.store = store;
    this.clock = clock;
  }

  /**
   * One range: a fixed number of calls, one transaction.
   *
   * @throws PointReplaced when the checkpoint contradicts the chain
   */
  Checkpoint advance(Checkpoint from, BlockRef finalHead) {
    if (finalHead.number() <= from.last().number()) {
      return from;
    }
    Scan scan = ranges.after(from.last(), finalHead.number(), logs.emitters(), logs.kinds());
    FinalFacts facts = FinalFacts.of(scan, logs, Costs.of(reader, scan.logs()), clock.instant());
    return store.finalised(from.withLast(Point.at(scan.end())), facts);
  }
}
