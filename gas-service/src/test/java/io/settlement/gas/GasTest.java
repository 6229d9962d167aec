// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import io.settlement.chain.keys.SigningServer;
import io.settlement.chain.keys.TestKeys;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.SuiteTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole service beside two real chains, whose prices stand still unless a test moves them. */
@SuiteTest
@TestPropertySource(
    properties = {
      "settlement.gas.sample-interval=1h",
      "settlement.gas.proof.interval=1h",
      "settlement.gas.prices.max-age=1h",
      "settlement.gas.projection.mode=fixed",
      "settlement.gas.rates.Alpha=2000.00",
      "settlement.gas.rates.Beta=500.00",
      "settlement.gas.projection.mode=fixed",
      "settlement.gas.admission.chains=Gamma",
      "settlement.gas.feed-policy.quorum=1",
      "settlement.gas.feed-policy.interval=500ms",
      "settlement.gas.waivers[0].from=Beta",
      "settlement.gas.waivers[0].reason=no gas contract there",
      "settlement.gas.waivers[1].from=Bitcoin",
      "settlement.gas.waivers[1].reason=nobody prepays on Bitcoin",
      "settlement.gas.policies[0].handler=Beta:0xaaaaaaaaaaaaaaaa*",
      "settlement.gas.policies[0].coverage=REQUIRE_QUOTE",
      "settlement.gas.policies[1].handler=Beta:0xbbbbbbbbbbbbbbbb*",
      "settlement.gas.policies[1].coverage=MINIMUM_FRACTION",
      "settlement.gas.policies[1].fraction=0.5"
    })
public abstract class GasTest {
  /** Two chains with every contract of the suite. */
  protected static final DeployedChains WORLD = DeployedChains.start();

  /** The source of the tests' messages. */
  protected static final Anvil ALPHA_NODE = WORLD.node("Alpha");

  /** Their destination; its native token is worth a quarter of the source's. */
  protected static final Anvil BETA_NODE = WORLD.node("Beta");

  /** Holds the key that quotes are signed with. */
  private static final SigningServer SIGNER = new SigningServer(TestKeys.VALIDATOR_1_HEX);

  /** Says what Beta's token is worth, beside the table. */
  protected static final PriceFeed BETA_FEED = PriceFeed.start("500.00");

  private static final PriceContracts.Signer PRICE_SIGNER = PriceContracts.signer();
  private static final String PRICE_CONTRACT =
      PriceContracts.deploy(ALPHA_NODE, PRICE_SIGNER.address());

  @DynamicPropertySource
  static void feed(DynamicPropertyRegistry properties) {
    properties.add("settlement.gas.feeds.Beta[0].name", () -> "exchange");
    properties.add("settlement.gas.feeds.Beta[0].url", BETA_FEED::url);
    properties.add("settlement.gas.feeds.Beta[0].price", () -> "/usd");
  }

  /** Alpha has a contract that wants to know what gas costs. */
  @DynamicPropertySource
  static void priceContract(DynamicPropertyRegistry properties) {
    properties.add("settlement.gas.price-contracts.Alpha", () -> PRICE_CONTRACT);
    properties.add("settlement.gas.publication.keystore", PRICE_SIGNER::keystore);
    properties.add("settlement.gas.publication.password-file", PRICE_SIGNER::passwordFile);
  }

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    chain(properties, 0, WORLD.chain("Alpha"));
    chain(properties, 1, WORLD.chain("Beta"));
    properties.add("settlement.gas.quotes.signer.address", TestKeys.VALIDATOR_1.address()::hex);
    properties.add("settlement.gas.quotes.signer.remote-signer.url", SIGNER::url);
  }

  private static void chain(DynamicPropertyRegistry properties, int index, DeployedChain chain) {
    String prefix = "settlement.chains[" + index + "].";
    properties.add(prefix + "name", chain::name);
    properties.add(prefix + "chain-id", chain::chainId);
    properties.add(prefix + "rpc-urls[0]", chain::rpcUrl);
    properties.add(prefix + "settlement", chain.settlement()::hex);
    properties.add(prefix + "gas-service", chain.gasService()::hex);
    properties.add(prefix + "verifier", chain.verifier()::hex);
  }
}
