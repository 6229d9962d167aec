// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import org.jspecify.annotations.Nullable;

/**
 * What the source's CrossChainMsg and CrossChainMsgTerms logs say (protocol 1.1).
 *
 * @param txid its id on every chain
 * @param from the handler that sent it, on the source chain
 * @param to the handler it is for, on the destination chain
 * @param sender the account that called the sending handler
 * @param nonce the sender's count of messages through that handler, this one included; 0 when the
 *     source does not tell it (profile LEGACY)
 * @param payloadType what the payload holds
 * @param payload the whole MessageV1, 0x and hexadecimal digits (protocol 2.6)
 * @param transfer the decoded token transfer; null when the payload is not one
 * @param terms by what it is delivered; where the source logs none (profile LEGACY), those that
 *     follow from the place of its log
 */
public record CrossChainMessage(
    TxId txid,
    HandlerId from,
    HandlerId to,
    EvmAddress sender,
    long nonce,
    PayloadType payloadType,
    String payload,
    @Nullable TokenTransfer transfer,
    Terms terms) {

  /** The route it takes. */
  public RouteId route() {
    return new RouteId(from, to);
  }
}
