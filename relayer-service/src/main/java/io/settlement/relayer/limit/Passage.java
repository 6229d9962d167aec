// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a message moves.
 *
 * @param token on the source chain
 * @param amount in its smallest unit
 */
public record Passage(TxId txid, RouteId route, EvmAddress token, BigInteger amount) {

  /** Empty for a message that moves no token; no limit is about it. */
  public static Optional<Passage> of(CrossChainMessage message) {
    TokenTransfer transfer = message.transfer();
    return transfer == null
        ? Optional.empty()
        : Optional.of(
            new Passage(
                message.txid(), message.route(), transfer.fromToken(), transfer.amount().value()));
  }
}
