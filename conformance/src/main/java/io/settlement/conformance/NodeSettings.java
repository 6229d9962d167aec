// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.time.Duration;

/**
 * How a node is asked.
 *
 * @param connect the longest a connection may take
 * @param answer the longest a whole answer may take, connection included
 * @param mostBytes the largest body that is read
 * @param addresses which addresses may be asked
 */
public record NodeSettings(
    Duration connect, Duration answer, long mostBytes, AddressPolicy addresses) {
  /** What the documentation allows a request or an answer to have. */
  public static final long DOCUMENTED_LIMIT = 173_000_000;

  /** Refuses what makes no sense. */
  public NodeSettings {
    if (!connect.isPositive() || !answer.isPositive() || mostBytes < 1) {
      throw new IllegalArgumentException("a node needs time and room to answer");
    }
  }

  /** Five seconds, thirty seconds, the documented limit. */
  public static NodeSettings usual(AddressPolicy addresses) {
    return new NodeSettings(
        Duration.ofSeconds(5), Duration.ofSeconds(30), DOCUMENTED_LIMIT, addresses);
  }
}
