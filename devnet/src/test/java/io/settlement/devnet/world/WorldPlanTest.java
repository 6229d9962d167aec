// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.devnet.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldPlanTest {
  private static final Path ROOT = Path.of(".");

  @Test
  void instancesOfTheRelayerShareOneDatabase() {
    WorldPlan plan = WorldPlan.apart(ROOT, "mine", 1).withCouriers(2).withSplitRoles();
    assertThat(plan.relayers().roles())
        .containsExactly(
            entry("relayer", "courier"),
            entry("relayer2", "courier"),
            entry("observer", "observer"),
            entry("observer2", "observer"));
    assertThat(plan.databases())
        .containsEntry("observer2", "relayer")
        .containsEntry("relayer2", "relayer")
        .containsEntry("validator1", "validator1");
  }

  @Test
  void optionsOfOneChainLeaveTheOthersAsTheyAre() {
    WorldPlan plan =
        WorldPlan.load(ROOT, 0.25)
            .withChains(List.of("Alpha", "Beta", "Gamma"))
            .withBlockSeconds("Gamma", 0.1)
            .withGasLimit("Beta", 5_000_000)
            .withLanes(3);
    assertThat(plan.chains())
        .containsExactly(
            new ChainPlan("Alpha", 31337, 0.25, ChainPlan.ROOMY, 3),
            new ChainPlan("Beta", 31338, 0.25, 5_000_000, 3),
            new ChainPlan("Gamma", 31339, 0.1, ChainPlan.ROOMY, 3));
    assertThatThrownBy(() -> plan.withChains(List.of("Omega"))).hasMessageContaining("Alpha");
  }

  @Test
  void theWorldThatPeopleStartListensWhereTheyExpectIt() {
    Ports ports = WorldPlan.local(ROOT, 1).choosePorts();
    assertThat(List.of(ports.of("gateway"), ports.of("relayer"), ports.of("Beta")))
        .containsExactly(8080, 8083, 18546);
  }

  private static Map.Entry<String, String> entry(String name, String roles) {
    return Map.entry(name, roles);
  }
}
