// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Wei;
import io.settlement.gas.price.Rates;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a message is charged by, whatever prices do later.
 *
 * @param required what must be prepaid, wei of the source chain
 * @param quoteId the quote that is honoured; null when priced at arrival
 * @param rates for costs paid on the destination
 * @param marginBps what the operator keeps beyond the costs, in hundredths of a percent of them
 * @param refundFee what paying the rest back is charged, without headroom
 * @param prices at which the legs were priced, without margin; null when they are not known
 */
public record Terms(
    Wei required,
    @Nullable String quoteId,
    Rates rates,
    int marginBps,
    Wei refundFee,
    @Nullable UnitPrices prices) {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  /** The same rates with nothing asked for and nothing kept: the operator bears the costs. */
  public Terms waived() {
    return new Terms(Wei.ZERO, null, rates, 0, Wei.ZERO, null);
  }

  /** The same rates and prices for another amount, wei of the source chain. */
  public Terms asking(Wei amount) {
    return new Terms(amount, quoteId, rates, marginBps, refundFee, prices);
  }

  /**
   * The highest prices of gas that a prepayment covers: who pays more than was asked for buys
   * higher ones. The refund's fee is kept whatever gas costs. Null when nothing was asked for.
   */
  public @Nullable UnitPrices covered(Wei prepaid) {
    UnitPrices known = prices;
    return known == null || required.compareTo(refundFee) <= 0 || prepaid.compareTo(required) < 0
        ? null
        : known.times(prepaid.minus(refundFee), required.minus(refundFee));
  }

  /** The operator's share of what was spent, rounded down. */
  public Wei marginOf(Wei spent) {
    return new Wei(spent.value().multiply(BigInteger.valueOf(marginBps)).divide(WHOLE));
  }
}
