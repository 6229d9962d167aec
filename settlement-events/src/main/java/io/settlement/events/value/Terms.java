// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * By what a message is delivered; part of what validators sign for its destination.
 *
 * @param sequence its place among the messages from its source to its destination; the first is 1
 * @param handlerGas exactly what the receiving handler is given
 * @param deadline the destination's clock until which it may be received; whole seconds
 */
public record Terms(long sequence, Gas handlerGas, Instant deadline) {

  /** Refuses what no contract can have logged. */
  public Terms {
    if (sequence < 1) {
      throw new InvalidValue("sequence", Long.toString(sequence));
    }
    if (!deadline.equals(deadline.truncatedTo(ChronoUnit.SECONDS))
        || deadline.isBefore(Instant.EPOCH)) {
      throw new InvalidValue("deadline", deadline.toString());
    }
  }
}
