// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

/** What holds messages that may be delivered by all other rules. */
public record Gates(Stops stops, Passages passages, Liquidity liquidity, Limits limits) {}
