// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.RouteId;
import io.settlement.gas.cost.Size;
import java.time.Instant;

/**
 * What the source said of a message when it was final.
 *
 * @param time of its block
 */
record Sent(RouteId route, Instant time, Size size) {}
