// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.Reason;
import java.time.Instant;

/**
 * Something that stands still.
 *
 * @param subject a chain's name, a route or a handler, as its scope writes it
 * @param reason PAUSED by an operator, PAUSED_ON_CHAIN by a guardian, REORG by an observer
 * @param shadow whether it only reports what it would have held
 * @param detail for humans
 * @param actor who stopped it
 */
public record Stop(
    Scope scope,
    String subject,
    Reason reason,
    boolean shadow,
    String detail,
    String actor,
    Instant since) {

  /** What a held message's timeline says of it. */
  public String told() {
    return "%s %s: %s".formatted(scope.name().toLowerCase(java.util.Locale.ROOT), subject, detail);
  }
}
