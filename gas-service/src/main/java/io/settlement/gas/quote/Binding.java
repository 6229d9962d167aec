// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TxId;
import org.jspecify.annotations.Nullable;

/**
 * The message that a quote is for alone.
 *
 * @param payload its bytes; null when only their hash is known
 */
@SuppressWarnings("ArrayRecordComponent")
record Binding(
    TxId txid,
    EvmAddress sender,
    EvmAddress payer,
    PayloadType type,
    byte @Nullable [] payload,
    Hash payloadHash) {}
