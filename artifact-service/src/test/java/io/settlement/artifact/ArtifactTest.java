// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.SuiteTest;
import java.util.function.Supplier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole service beside a real chain; proofs and retries run only when a test asks for them. */
@SuiteTest
@TestPropertySource(
    properties = {
      "settlement.artifact.check-interval=1h",
      "settlement.artifact.live-interval=1h",
      "settlement.artifact.liquidity.interval=1h",
      "settlement.artifact.proof.interval=1h",
      "settlement.artifact.proof.patience=0s",
      "settlement.artifact.plan.look=1h",
      "settlement.artifact.plan.retry=100ms",
      "settlement.artifact.plan.least-patience=1s",
      "settlement.artifact.retry-interval=200ms"
    })
public abstract class ArtifactTest {

  @DynamicPropertySource
  static void chain(DynamicPropertyRegistry properties) {
    add(properties, "settlement.chains[0].", Contracts::chain);
    add(properties, "settlement.chains[1].", Contracts::far);
    properties.add("settlement.artifact.proof.keystore", () -> Contracts.signer().keystore());
    properties.add(
        "settlement.artifact.proof.password-file", () -> Contracts.signer().passwordFile());
  }

  private static void add(
      DynamicPropertyRegistry properties, String prefix, Supplier<DeployedChain> chain) {
    properties.add(prefix + "name", () -> chain.get().name());
    properties.add(prefix + "chain-id", () -> chain.get().chainId());
    properties.add(prefix + "rpc-urls[0]", () -> chain.get().rpcUrl());
    properties.add(prefix + "settlement", () -> chain.get().settlement());
    properties.add(prefix + "gas-service", () -> chain.get().gasService());
    properties.add(prefix + "verifier", () -> chain.get().verifier());
  }
}
