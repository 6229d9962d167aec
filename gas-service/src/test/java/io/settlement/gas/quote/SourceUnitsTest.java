// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Units;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceUnitsTest extends GasTest {
  /** Holds tokens on both chains. */
  private static final EvmAddress HOLDER =
      new EvmAddress("0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc");

  private static final Wei PREPAYMENT = Wei.of(1_000_000);

  private ChainNodes nodes;
  private DeployedHandler from;
  private DeployedHandler to;

  @BeforeAll
  void deploy() {
    DeployedChain alpha = WORLD.chain("Alpha");
    from = alpha.handler("mintBurn");
    to = WORLD.chain("Beta").handler("mintBurn");
    nodes = ChainNodes.of(List.of(settings(alpha)), new SimpleMeterRegistry());
  }

  @AfterAll
  void end() {
    nodes.destroy();
  }

  @Test
  void aNodeExecutesTheVeryCallOfASenderWhoApproved() {
    approve(TokenAmount.of(100));

    Optional<Units> units = estimate(TokenAmount.of(100));

    assertThat(units)
        .hasValueSatisfying(
            estimated -> {
              assertThat(estimated.source()).isEqualTo(GasSource.ESTIMATED);
              assertThat(estimated.gas().units()).isBetween(60_000L, 400_000L);
            });
  }

  @Test
  void aSenderWhoDidNotApproveGetsNoEstimate() {
    approve(TokenAmount.of(100));

    assertThat(estimate(TokenAmount.of(101))).isEmpty();
  }

  private Optional<Units> estimate(TokenAmount amount) {
    Quote.Subject subject =
        new Quote.Subject(new RouteId(from.id(), to.id()), new Size(195, new Gas(500_000)), amount);
    return new SourceUnits(nodes).estimate(HOLDER, subject, to.token(), PREPAYMENT);
  }

  private void approve(TokenAmount amount) {
    ALPHA_NODE.rpc(
        "eth_sendTransaction",
        Map.of(
            "from",
            HOLDER.hex(),
            "to",
            from.token().hex(),
            "data",
            Hex.encode(Erc20Abi.approve(from.id().evmAddress(), amount))));
  }

  private static ChainSettings settings(DeployedChain chain) {
    return ChainSettings.of(
            chain.name(),
            chain.chainId(),
            List.of(URI.create(chain.rpcUrl())),
            chain.settlement(),
            chain.gasService(),
            chain.verifier())
        .withFinality(FinalityTag.LATEST);
  }
}
