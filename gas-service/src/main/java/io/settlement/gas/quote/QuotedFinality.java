// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When the message will be final on its source, after which it is delivered.
 *
 * @param confirmations blocks that must stand, its own counted; absent when the chain's tag counts
 * @param tag the block tag that must have reached it; absent when confirmations count
 * @param estimateSeconds how long that takes from its block on, as measured; absent when it could
 *     not be measured yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuotedFinality(
    @Nullable Integer confirmations, @Nullable String tag, @Nullable Long estimateSeconds) {}
