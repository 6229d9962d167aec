// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import java.time.Clock;

/** Turns the next range of final blocks into facts. */
final class FinalPass {
  private final CertifiedReader reader;
  private final ObserverStore store;
  private final Clock clock;

  FinalPass(CertifiedReader reader, ObserverStore store, Clock clock) {
    this.reader = reader;
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
    Scan scan = reader.after(from.last(), finalHead.number());
    FinalFacts facts = reader.facts(scan, clock.instant());
    return store.finalised(from.withLast(Point.at(scan.end())), scan, facts);
  }
}
