// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in a block.
 *
 * @param from who signed it
 * @param to whom it calls or pays; null when it creates a contract
 * @param nonce of its sender
 * @param value wei it sends along
 */
public record MinedTransaction(
    Hash hash, EvmAddress from, @Nullable EvmAddress to, long nonce, Wei value) {}
