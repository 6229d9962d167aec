// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the limits say about one message.
 *
 * @param heldBy which limit holds it, for humans; null when it may pass
 * @param wouldHold limits in shadow mode that would have held it, for humans
 */
public record Ruling(@Nullable String heldBy, List<String> wouldHold) {
  /** Nothing holds it. */
  public static final Ruling PASSES = new Ruling(null, List.of());
}
