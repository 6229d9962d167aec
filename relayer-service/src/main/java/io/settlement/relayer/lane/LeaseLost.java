// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.LaneId;

/** The lane has another owner by now, or will have: whoever held it stops at once. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(LaneId lane, long epoch) {
    super("lease of lane " + lane + " in epoch " + epoch + " is lost");
  }
}
