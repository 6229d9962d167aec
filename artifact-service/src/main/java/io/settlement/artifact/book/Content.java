// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TokenAmount;

/**
 * What a final message moves, as its payload names it.
 *
 * @param sourceToken the token on the source chain
 * @param targetToken the token on the destination chain
 * @param amount in the smallest unit
 */
record Content(
    HandlerId source,
    HandlerId destination,
    EvmAddress sourceToken,
    EvmAddress targetToken,
    TokenAmount amount) {}
