// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** How the source derives the id of a message (protocol 2.3). */
public final class TxIds {

  private static final int ADDRESS = 20;

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

  /**
   * Of a message from where no contract sends and no account calls: both are zero.
   *
   * @param from the chain it comes from
   * @param to the handler it is for
   * @param sequence its number among the messages from there
   */
  public static TxId derive(ChainName from, HandlerId to, long sequence) {
    return TxId.of(
        Keccak.bytes(
            from.value().getBytes(StandardCharsets.UTF_8),
            to.chain().value().getBytes(StandardCharsets.UTF_8),
            new byte[ADDRESS],
            new byte[ADDRESS],
            Abi.word(to.toBigInteger()),
            Abi.word(BigInteger.valueOf(sequence))));
  }
}
