// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.GasPromise;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Estimate;
import io.settlement.gas.cost.LegPrice;
import io.settlement.gas.price.Rates;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is promised: each leg, and by what the message is charged.
 *
 * @param margin the operator's share, wei of the source chain
 * @param refundFee what paying back the rest is charged, wei of the source chain
 * @param total what to prepay, wei of the source chain
 */
record Promise(
    List<QuotedLeg> legs, Rates rates, int marginBps, Wei margin, Wei refundFee, Wei total) {

  /** Keeps its own list. */
  Promise {
    legs = List.copyOf(legs);
  }

  static Promise of(Estimate estimate, LegPrice source, Map<String, LegTime> times) {
    List<QuotedLeg> legs =
        Stream.concat(Stream.of(source), estimate.legs().stream())
            .map(price -> new QuotedLeg(price, times.get(price.leg().name())))
            .toList();
    return new Promise(
        legs,
        estimate.rates(),
        estimate.marginBps(),
        estimate.margin(),
        estimate.refundFee(),
        estimate.total());
  }

  /** The same for no more than this; the operator bears the rest. */
  Promise cappedAt(Wei bound) {
    return total.compareTo(bound) <= 0
        ? this
        : new Promise(legs, rates, marginBps, margin, refundFee, bound);
  }

  /** As a payer can compute it from what they were told. */
  GasPromise told() {
    return new GasPromise(
        legs.stream().map(QuotedLeg::told).toList(),
        margin,
        marginBps,
        refundFee,
        plain(rates.source()),
        plain(rates.destination()));
  }

  /** The same text before and after the database padded it with zeros. */
  static String plain(BigDecimal rate) {
    return rate.stripTrailingZeros().toPlainString();
  }
}
