// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.AggregatorAbi;
import io.settlement.events.value.EvmAddress;
import java.time.Duration;
import java.util.List;

/** A contract with the AggregatorV3 interface. */
record AggregatorSource(String name, Duration maxAge, EvmReader chain, EvmAddress contract)
    implements RateSource {

  @Override
  public Quoted ask() {
    List<byte[]> answers =
        chain.calls(
            List.of(
                Call.view(contract, AggregatorAbi.latestRound()),
                Call.view(contract, AggregatorAbi.decimals())),
            FinalityTag.LATEST);
    AggregatorAbi.Round round = AggregatorAbi.round(answers.get(0), answers.get(1));
    return new Quoted(round.value(), round.updatedAt());
  }
}
