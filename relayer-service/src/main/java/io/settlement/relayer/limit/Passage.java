// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import java.math.BigInteger;

/**
 * What a message moves.
 *
 * @param token on the source chain; the zero address for Bitcoin's own coin
 * @param amount in its smallest unit
 */
public record Passage(TxId txid, RouteId route, EvmAddress token, BigInteger amount) {}
