// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.AggregatorAbi;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.time.Duration;
import java.util.List;

/**
 * A contract with the AggregatorV3 interface.
 *
 * @param contract where it is
 * @param nodes who reads that chain, once it is read
 */
record AggregatorSource(String name, Duration maxAge, Contract contract, ChainNodes nodes)
    implements RateSource {

  /** A contract on a chain. */
  record Contract(ChainName chain, EvmAddress address) {}

  @Override
  public Quoted ask() {
    EvmReader chain =
        nodes
            .of(contract.chain())
            .orElseThrow(() -> new IllegalStateException("no chain " + contract.chain()))
            .forPurpose("price");
    List<byte[]> answers =
        chain.calls(
            List.of(
                Call.view(contract.address(), AggregatorAbi.latestRound()),
                Call.view(contract.address(), AggregatorAbi.decimals())),
            FinalityTag.LATEST);
    AggregatorAbi.Round round = AggregatorAbi.round(answers.get(0), answers.get(1));
    return new Quoted(round.value(), round.updatedAt());
  }
}
