// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** How the source derives the id of a message (protocol 2.3). */
public final class TxIds {

  private TxIds() {}

  /**
   * @param sender the account that called the sending handler
   * @param nonce the sender's count of messages through that handler, this one included
   */
  public static TxId derive(RouteId route, EvmAddress sender, long nonce) {
    return TxId.of(
        Keccak.bytes(
            route.from().chain().value().getBytes(StandardCharsets.UTF_8),
            route.to().chain().value().getBytes(StandardCharsets.UTF_8),
            sender.bytes(),
            route.from().evmAddress().bytes(),
            Abi.word(route.to().toBigInteger()),
            Abi.word(BigInteger.valueOf(nonce))));
  }
}
