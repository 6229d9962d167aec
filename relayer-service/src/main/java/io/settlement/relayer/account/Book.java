// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.settlement.events.TransactionEvent.Role;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;

/**
 * How far the transactions of an account were told.
 *
 * @param opened whether its books have begun
 * @param nextNonce of the first transaction that was not told; 0 before the books begin
 * @param upTo a final block in which the account had used all nonces below {@code nextNonce}; 0
 *     before the books begin
 */
record Book(
    ChainName chain, EvmAddress account, Role role, boolean opened, long nextNonce, long upTo) {}
