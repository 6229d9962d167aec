// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.SuiteTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole service beside two real nodes, whose prices stand still unless a test moves them. */
@SuiteTest
@TestPropertySource(
    properties = {
      "settlement.gas.sample-interval=1h",
      "settlement.gas.prices.max-age=1h",
      "settlement.gas.rates.Alpha=2000.00",
      "settlement.gas.rates.Beta=500.00",
      "settlement.gas.waivers[0].from=Beta",
      "settlement.gas.waivers[0].reason=no gas contract there"
    })
public abstract class GasTest {
  /** The source of the tests' messages. */
  protected static final Anvil ALPHA_NODE = Anvil.start(Anvil.Options.of(31337));

  /** Their destination; its native token is worth a quarter of the source's. */
  protected static final Anvil BETA_NODE = Anvil.start(Anvil.Options.of(31338));

  private static final PriceContracts.Signer PRICE_SIGNER = PriceContracts.signer();
  private static final String PRICE_CONTRACT =
      PriceContracts.deploy(ALPHA_NODE, PRICE_SIGNER.address());

  /** Alpha has a contract that wants to know what gas costs. */
  @DynamicPropertySource
  static void priceContract(DynamicPropertyRegistry properties) {
    properties.add("settlement.gas.price-contracts.Alpha", () -> PRICE_CONTRACT);
    properties.add("settlement.gas.publication.keystore", PRICE_SIGNER::keystore);
    properties.add("settlement.gas.publication.password-file", PRICE_SIGNER::passwordFile);
  }

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    chain(properties, 0, "Alpha", 31337, ALPHA_NODE);
    chain(properties, 1, "Beta", 31338, BETA_NODE);
  }

  private static void chain(
      DynamicPropertyRegistry properties, int index, String name, long chainId, Anvil node) {
    String prefix = "settlement.chains[" + index + "].";
    properties.add(prefix + "name", () -> name);
    properties.add(prefix + "chain-id", () -> chainId);
    properties.add(prefix + "rpc-urls[0]", node::rpcUrl);
    properties.add(prefix + "settlement", () -> "0x" + "a0".repeat(20));
    properties.add(prefix + "gas-service", () -> "0x" + "a1".repeat(20));
    properties.add(prefix + "verifier", () -> "0x" + "a2".repeat(20));
  }
}
