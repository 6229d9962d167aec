// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.bitcoin.wallet.TestVault;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One process with every role and a vault; there is no chain to ask. */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer,validator,courier",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.bitcoin.network=REGTEST",
      "settlement.bitcoin.providers[0].url=http://127.0.0.1:9",
      "settlement.bitcoin.providers[0].user=nobody",
      "settlement.bitcoin.providers[0].password=nothing",
      "settlement.relayer.bitcoin.vaults[0].confirmations=2"
    })
abstract class EveryRole {
  @LocalServerPort int port;

  @DynamicPropertySource
  static void vault(DynamicPropertyRegistry properties) {
    String vault = "settlement.relayer.bitcoin.vaults[0].";
    properties.add(vault + "descriptor", () -> TestVault.of(2, 3).descriptor().text());
    properties.add(vault + "handler", () -> "Alpha:0x" + "22".repeat(20));
  }
}
