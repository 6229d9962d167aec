// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.EvmReader;
import io.settlement.chain.FeeHistory;
import io.settlement.chain.FeeSnapshot;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a chain what gas and data cost, and everybody else what its token is worth. */
@Component
class PriceReader {
  private final RateFeeds rates;
  private final DataFees dataFees;
  private final BaseFees baseFees;
  private final PriceSettings settings;
  private final Clock clock;

  PriceReader(
      RateFeeds rates, DataFees dataFees, BaseFees baseFees, PriceSettings settings, Clock clock) {
    this.rates = rates;
    this.dataFees = dataFees;
    this.baseFees = baseFees;
    this.settings = settings;
    this.clock = clock;
  }

  /** A chain's price of now; empty when its token's is refused. */
  Optional<Price> read(EvmReader chain) {
    ChainName name = chain.settings().name();
    EvmReader reader = chain.forPurpose("price");
    FeeHistory history = reader.feeHistory(settings.projection().history());
    FeeSnapshot next = history.next();
    boolean legacy = settings.feesOf(name.value()).fees() == PriceSettings.Fees.LEGACY;
    baseFees.note(name, legacy ? List.of() : history.baseFees());
    Wei perByte = dataFees.perByte(reader);
    return rates
        .decide(name)
        .rate()
        .map(
            usd ->
                new Price(
                    name,
                    legacy ? Wei.ZERO : next.baseFeeNextBlock(),
                    legacy ? next.gasPrice() : next.priorityFee(),
                    perByte,
                    usd,
                    clock.instant()));
  }
}
