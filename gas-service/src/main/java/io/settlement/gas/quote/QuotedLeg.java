// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Leg;
import io.settlement.gas.cost.LegPrice;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A leg's price as it was promised. */
@Embeddable
record QuotedLeg(
    @Enumerated(EnumType.STRING) Leg leg,
    String chain,
    long gasLimit,
    @Enumerated(EnumType.STRING) GasSource gasSource,
    Wei baseFee,
    Wei priorityFee,
    Wei dataFee,
    Wei feeNative,
    Wei feeInSource) {

  static QuotedLeg of(LegPrice price) {
    return new QuotedLeg(
        price.leg(),
        price.chain().value(),
        price.gasLimit().units(),
        price.gasSource(),
        price.baseFee(),
        price.priorityFee(),
        price.dataFee(),
        price.feeNative(),
        price.feeInSource());
  }

  LegPrice price() {
    return new LegPrice(
        leg,
        new ChainName(chain),
        new Gas(gasLimit),
        gasSource,
        baseFee,
        priorityFee,
        dataFee,
        feeNative,
        feeInSource);
  }
}
