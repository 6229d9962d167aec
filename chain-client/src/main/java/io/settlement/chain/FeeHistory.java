// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Wei;
import java.util.List;

/**
 * What gas costs in the next block and what its base fee was before.
 *
 * @param next the block after the newest
 * @param baseFees of the last blocks in their order, the next one's last; empty on chains without
 */
public record FeeHistory(FeeSnapshot next, List<Wei> baseFees) {
  /** Keeps its own copy. */
  public FeeHistory {
    baseFees = List.copyOf(baseFees);
  }
}
