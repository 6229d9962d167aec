// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.kit.test.SuiteTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole service beside a real chain; proofs and retries run only when a test asks for them. */
@SuiteTest
@TestPropertySource(
    properties = {
      "settlement.artifact.check-interval=1h",
      "settlement.artifact.live-interval=1h",
      "settlement.artifact.proof.interval=1h",
      "settlement.artifact.proof.patience=0s",
      "settlement.artifact.retry-interval=200ms"
    })
public abstract class ArtifactTest {

  @DynamicPropertySource
  static void chain(DynamicPropertyRegistry properties) {
    properties.add("settlement.chains[0].name", () -> "Alpha");
    properties.add("settlement.chains[0].chain-id", () -> 31337);
    properties.add("settlement.chains[0].rpc-urls[0]", () -> Contracts.chain().rpcUrl());
    properties.add("settlement.chains[0].settlement", () -> Contracts.chain().settlement());
    properties.add("settlement.chains[0].gas-service", () -> Contracts.chain().gasService());
    properties.add("settlement.chains[0].verifier", () -> Contracts.chain().verifier());
    properties.add("settlement.artifact.proof.keystore", () -> Contracts.signer().keystore());
    properties.add(
        "settlement.artifact.proof.password-file", () -> Contracts.signer().passwordFile());
  }
}
