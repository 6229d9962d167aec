// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static io.settlement.gas.quote.OtherContracts.OWNER;
import static io.settlement.gas.quote.OtherContracts.address;
import static io.settlement.gas.quote.OtherContracts.call;
import static io.settlement.gas.quote.OtherContracts.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import tools.jackson.databind.JsonNode;

/** From a chain of version 0.1.0: the message first, then what pays for it. */
class LegacySettlementTest extends TokenRouteWorld {
  private static final ChainName OLD = new ChainName("Old");

  /** On the second node; its vault asks the old contract's records. */
  private static final class Deployed {
    static final OtherContracts CONTRACTS = new OtherContracts(BETA_NODE, WORLD.chain("Beta"));
    static final EvmAddress VERIFIER =
        CONTRACTS.deploy(
            "LegacyVerifier",
            list(TestKeys.VALIDATOR_1.address()),
            new Uint256(1),
            new Bool(false));
    static final EvmAddress SETTLEMENT =
        CONTRACTS.deploy("LegacySettlement", new Utf8String("Old"), address(VERIFIER));
    static final EvmAddress TOKEN =
        CONTRACTS.deploy(
            "SettlementToken",
            address(OWNER),
            list(OWNER),
            new Utf8String("Old Bitcoin"),
            new Utf8String("OBTC"),
            new Uint8(8));
    static final EvmAddress HANDLER =
        CONTRACTS.deploy("LegacyHandler", address(SETTLEMENT), address(TOKEN));
    static final EvmAddress RECORDS = CONTRACTS.deploy("LegacyPrepayments", address(SETTLEMENT));
    static final EvmAddress VAULT =
        CONTRACTS.deploy(
            "GasService", address(OWNER), address(RECORDS), list(), list(), list(), list());
    static final RouteId ROUTE = new RouteId(HandlerId.of(OLD, HANDLER), FROM.id());

    static {
      CONTRACTS.send(OWNER, TOKEN, call("add_operator", address(OWNER)));
      CONTRACTS.send(OWNER, TOKEN, call("mint_to", address(HOLDER), new Uint256(1_000_000)));
    }
  }

  @DynamicPropertySource
  static void old(DynamicPropertyRegistry properties) {
    properties.add("settlement.chains[2].name", OLD::value);
    properties.add("settlement.chains[2].chain-id", WORLD.chain("Beta")::chainId);
    properties.add("settlement.chains[2].rpc-urls[0]", WORLD.chain("Beta")::rpcUrl);
    properties.add("settlement.chains[2].profile", Profile.LEGACY::name);
    properties.add("settlement.chains[2].settlement", Deployed.SETTLEMENT::hex);
    properties.add("settlement.chains[2].gas-service", Deployed.VAULT::hex);
    properties.add("settlement.chains[2].verifier", Deployed.VERIFIER::hex);
    properties.add("settlement.gas.rates.Old", () -> "500.00");
  }

  @Test
  void theMessageIsSentWithoutMoneyAndToppedUpUnderTheTxidThatWasForetold() {
    kafka.send(
        List.<RegistryEvent>of(
            new ChainState(
                OLD,
                Family.EVM,
                Profile.LEGACY,
                WORLD.chain("Beta").chainId(),
                Deployed.SETTLEMENT,
                Deployed.VAULT,
                Deployed.VERIFIER,
                Status.ACTIVE,
                Instant.EPOCH),
            new HandlerState(
                Deployed.ROUTE.from(),
                Deployed.TOKEN,
                8,
                SettlementMode.MINT_BURN,
                "TEST",
                Status.ACTIVE,
                Instant.EPOCH),
            new RouteState(Deployed.ROUTE, Status.ACTIVE, Instant.EPOCH)));
    await().until(() -> registry.route(Deployed.ROUTE).isPresent());
    kafka.awaitRecords(Topics.PRICES, 3);
    Map<String, Object> request = new HashMap<>();
    request.put("sender", HOLDER.hex());
    request.put("quote", request(Deployed.ROUTE));

    JsonNode built = json(post("/v1/settlements", request).expectStatus().isOk());

    assertThat(built.at("/quote/signed").isNull()).isTrue();
    assertThat(built.at("/send/value").asString()).isEqualTo("0");
    assertThat(built.at("/topUp/value")).isEqualTo(built.at("/quote/total"));
    assertThat(built.at("/topUp/to").asString()).isEqualTo(Deployed.VAULT.hex());
    EvmReader reader = nodes.of(OLD).orElseThrow();
    UserWallet.signAndSend(built.get("approve"), reader, BETA_NODE);
    Receipt sent = UserWallet.signAndSend(built.get("send"), reader, BETA_NODE);
    assertThat(sent.logs())
        .filteredOn(log -> log.address().equals(Deployed.SETTLEMENT))
        .extracting(log -> log.topics().get(1).hex())
        .containsExactly(built.get("txid").asString());
    Receipt paid = UserWallet.signAndSend(built.get("topUp"), reader, BETA_NODE);
    GasServiceAbi.Prepaid prepaid =
        paid.logs().stream()
            .filter(log -> log.topics().getFirst().equals(GasServiceAbi.PREPAID))
            .map(GasServiceAbi::prepaid)
            .findFirst()
            .orElseThrow();
    assertThat(prepaid.txid()).hasToString(built.get("txid").asString());
    assertThat(prepaid.amount()).hasToString(built.at("/quote/total").asString());
  }
}
