// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.events.value.LaneId;
import io.settlement.relayer.chain.keys.SubmitterKey;

/** A configured lane: its name, its key and its chain. */
record Lane(LaneId id, SubmitterKey key, EvmReader chain) {}
