// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Leg;
import io.settlement.gas.cost.LegPrice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote as partners read it.
 *
 * @param payloadBytes the largest payload it is good for
 * @param handlerGas the most that the receiving handler may be given
 * @param amount of the token; absent when the message moves none
 * @param margin the operator's share, wei of the source chain
 * @param total what to send as value with the message, wei of the source chain
 * @param finality when the message will be final on its source
 * @param charging by what it is charged; the rest of the total goes back
 */
record QuoteView(
    String quoteId,
    RouteId route,
    int payloadBytes,
    Gas handlerGas,
    @Nullable TokenAmount amount,
    Instant issuedAt,
    Instant expiresAt,
    List<LegView> legs,
    Wei margin,
    Wei total,
    QuotedFinality finality,
    Charging charging) {

  /**
   * By what a message that was paid on it is charged, whatever prices do later.
   *
   * @param marginBps the operator's share of what was spent, in hundredths of a percent
   * @param sourceUsd US dollars for one native token of the source chain
   * @param destinationUsd US dollars for one native token of the destination chain
   * @param refundFee what paying the rest back is charged, wei of the source chain
   */
  record Charging(int marginBps, String sourceUsd, String destinationUsd, Wei refundFee) {}

  /**
   * A leg as partners read it.
   *
   * @param chain where it is paid
   * @param gasSource whether the limit was estimated, learned or assumed
   * @param baseFee with headroom, wei of that chain for one unit
   * @param dataFee what its bytes cost beside gas, wei of that chain
   * @param feeNative gasLimit × (baseFee + priorityFee) + dataFee, wei of that chain
   * @param feeInSource wei of the source chain
   */
  record LegView(
      Leg leg,
      ChainName chain,
      Gas gasLimit,
      GasSource gasSource,
      Wei baseFee,
      Wei priorityFee,
      Wei dataFee,
      Wei feeNative,
      Wei feeInSource,
      Leg.PaidBy paidBy) {

    static LegView of(LegPrice price) {
      return new LegView(
          price.leg(),
          price.chain(),
          price.gasLimit(),
          price.gasSource(),
          price.baseFee(),
          price.priorityFee(),
          price.dataFee(),
          price.feeNative(),
          price.feeInSource(),
          price.leg().paidBy());
    }
  }
}
