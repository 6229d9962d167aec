// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;

/**
 * A transaction before it is signed; carries no value.
 *
 * @param chainId EIP-155 chain id
 * @param nonce its place in the submitter's sequence
 * @param to the contract it calls
 * @param calldata the call
 */
@SuppressWarnings("ArrayRecordComponent")
public record Draft(
    long chainId, long nonce, EvmAddress to, byte[] calldata, Gas gasLimit, Fees fees) {}
