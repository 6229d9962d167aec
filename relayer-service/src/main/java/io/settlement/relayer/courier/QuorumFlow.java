// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether quorums come together at present. While they do, a message without one has most likely
 * validators that are still behind, and asking would only add to their work.
 */
final class QuorumFlow {
  private final Duration calm;
  private volatile Instant last = Instant.EPOCH;

  /**
   * @param calm after this long without a new quorum the flow has ended
   */
  QuorumFlow(Duration calm) {
    this.calm = calm;
  }

  void came(Instant now) {
    last = now;
  }

  boolean flows(Instant now) {
    return now.isBefore(last.plus(calm));
  }
}
