// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Gas;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What transactions may offer for a unit of gas, given what was prepaid for the messages inside: so
 * many times the money there is, because an overrun of a quote is the operator's to bear.
 */
record FeeCaps(BigDecimal overrunFactor) {

  /**
   * Most that may be offered for a unit of gas when it uses so many, rounded down; null when no
   * prepayment limits it.
   *
   * @param used its part of its batch; null when that is not known: then as many as were priced
   */
  @Nullable Wei of(IntentTable.Claimed one, @Nullable Gas used) {
    PrepaidGas prepaid = one.prepaid();
    return prepaid == null
        ? null
        : new Wei(
            prepaid
                .priceFor(used)
                .multiply(overrunFactor)
                .setScale(0, RoundingMode.DOWN)
                .toBigIntegerExact());
  }

  /**
   * Most that may be offered for all of them; null when no prepayment limits it.
   *
   * @param used gas by message; one that is missing uses what was priced
   */
  @Nullable Wei lowest(List<IntentTable.Claimed> batch, Map<TxId, Gas> used) {
    return batch.stream()
        .map(one -> of(one, used.get(one.work().txid())))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The least that must have been prepaid for a unit of gas to offer so much, rounded up. */
  Wei prepaidFor(Wei offered) {
    return new Wei(
        new BigDecimal(offered.value())
            .divide(overrunFactor, 0, RoundingMode.UP)
            .toBigIntegerExact());
  }

  /** Whether its transaction may offer what is mined even when the base fee rises once more. */
  boolean allow(IntentTable.Claimed one, @Nullable Gas used, FeeDesk.Offer offer) {
    Wei cap = of(one, used);
    return cap == null || cap.compareTo(offer.lasting()) >= 0;
  }
}
