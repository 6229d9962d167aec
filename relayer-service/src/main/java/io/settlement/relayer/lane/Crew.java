// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.relayer.chain.Broadcaster;
import java.time.Clock;

/** What every lane works with. */
record Crew(
    LaneStore store,
    Dispatch dispatch,
    Inclusion inclusion,
    Broadcaster broadcaster,
    LaneSettings settings,
    Clock clock) {}
