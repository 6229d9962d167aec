// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What transactions may offer for a unit of gas, given what was prepaid for the messages inside: so
 * many times the prepaid price, because an overrun of a quote is the operator's to bear.
 */
record FeeCaps(BigDecimal overrunFactor) {

  /** Most that may be offered for it, rounded down; null when no prepayment limits it. */
  @Nullable Wei of(IntentTable.Claimed one) {
    Wei prepaid = one.prepaidPrice();
    return prepaid == null
        ? null
        : new Wei(
            new BigDecimal(prepaid.value())
                .multiply(overrunFactor)
                .setScale(0, RoundingMode.DOWN)
                .toBigIntegerExact());
  }

  /** Most that may be offered for all of them; null when no prepayment limits it. */
  @Nullable Wei lowest(List<IntentTable.Claimed> batch) {
    return batch.stream()
        .map(this::of)
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
  boolean allow(IntentTable.Claimed one, FeeDesk.Offer offer) {
    Wei cap = of(one);
    return cap == null || cap.compareTo(offer.lasting()) >= 0;
  }
}
