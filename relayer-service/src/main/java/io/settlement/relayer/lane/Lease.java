// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.LaneId;

/**
 * The right to sign for a lane.
 *
 * @param epoch counts owners; only the newest may sign
 */
record Lease(LaneId lane, long epoch) {}
