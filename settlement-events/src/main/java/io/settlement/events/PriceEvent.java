// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.time.Instant;

/** Prices. Compacted topic {@link Topics#PRICES}, key chain, writer gas-service. */
public sealed interface PriceEvent extends SuiteEvent {

  /** The chain. */
  ChainName chain();

  @Override
  default String key() {
    return chain().value();
  }

  @Override
  default Topic<PriceEvent> topic() {
    return Topics.PRICE_EVENTS;
  }

  /**
   * What gas costs now.
   *
   * @param baseFee next block's base fee, wei for one unit of gas
   * @param priorityFee tip, wei for one unit of gas
   * @param nativeUsd price of one whole native token in US dollars
   */
  @JsonTypeName("PriceSampled")
  record PriceSampled(
      ChainName chain, Wei baseFee, Wei priorityFee, BigDecimal nativeUsd, Instant at)
      implements PriceEvent {}
}
