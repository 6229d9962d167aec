// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a topic keeps of its facts.
 *
 * @param retention how long each fact can be read at least; null where the latest of each key is
 *     kept for ever (Kafka compacts the topic)
 */
public record Keep(@Nullable Duration retention) {

  /** The latest fact of each key, for ever. */
  public static Keep latestOfEachKey() {
    return new Keep(null);
  }

  /** Every fact, for so many days. */
  public static Keep days(int days) {
    return new Keep(Duration.ofDays(days));
  }

  /** Whether only the latest fact of each key is kept. */
  public boolean compacted() {
    return retention == null;
  }
}
