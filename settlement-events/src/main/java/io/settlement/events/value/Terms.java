// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * By what a message is delivered; part of what validators sign for its destination.
 *
 * @param sequence its number among the messages from its source to its destination; the first is 1.
 *     A source that does not number them has bit 62 set instead, and their place in its chain
 *     below: 42 bits of the block's height, 20 bits of the log's index
 * @param handlerGas exactly what the receiving handler is given
 * @param deadline the destination's clock until which it may be received; whole seconds; {@link
 *     #NEVER} when it has none
 */
public record Terms(long sequence, Gas handlerGas, Instant deadline) {
  /** The deadline of what has none; every contract, database and calendar can hold it. */
  public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

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
