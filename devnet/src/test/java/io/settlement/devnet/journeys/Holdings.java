// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.journey.Sending;
import io.settlement.events.value.TokenAmount;

/**
 * Tokens of the two ends of a transfer.
 *
 * @param sender what the sender holds on the source
 * @param sourceHandler what the sending handler holds: escrow and liquidity
 * @param targetHandler what the receiving handler holds
 * @param receiver what the receiver holds on the destination
 */
record Holdings(
    TokenAmount sender,
    TokenAmount sourceHandler,
    TokenAmount targetHandler,
    TokenAmount receiver) {

  static Holdings of(Sending sending) {
    var source = sending.sourceHandler();
    var target = sending.targetHandler();
    return new Holdings(
        sending.from().balance(source.token(), sending.sender().address()),
        sending.from().balance(source.token(), source.handler()),
        sending.to().balance(target.token(), target.handler()),
        sending.to().balance(target.token(), sending.receiver()));
  }
}
