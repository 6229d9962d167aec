// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;

/**
 * What a submission carries, whatever it pays for gas.
 *
 * @param contract whom it calls
 * @param calldata the batch call
 * @param gasLimit the most it may use
 */
@SuppressWarnings("ArrayRecordComponent")
record Cargo(Purpose purpose, EvmAddress contract, byte[] calldata, Gas gasLimit) {}
