// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.chain.keys.KeystoreKey;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.RegistryEvent.Drift;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.registry.Caller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Partners put routes and validator sets into the book by signatures of those who own contracts.
 */
class RegistrationsTest extends OnboardingWorld {
  private static final String REGISTRATIONS = "/v1/onboarding/registrations";
  private static final KeystoreKey ACME = TestKeys.VALIDATOR_3;
  private static final KeystoreKey BRAVO = TestKeys.NEWCOMER;

  /** A contract whose first slot is the digest it has signed, as a wallet keeps it (EIP-1271). */
  private static final String WALLET =
      "0x60043560005414600f5760206000f35b631626ba7e60e01b60005260206000f3";

  private static final EvmAddress WALLET_AT = new EvmAddress("0x" + "5afe".repeat(10));

  /** Deployed once; each test's own handlers would only cost time. */
  private static @Nullable HandlerId acmes;

  private static @Nullable HandlerId bravos;

  private Travel travel;
  private Caller bravo;
  private HandlerId from;
  private HandlerId to;

  @BeforeEach
  void twoHandlersOfTwoPartnersOnTwoLiveChains() {
    travel = new Travel(chains, kafka, jdbc);
    bravo = Caller.of(port, "bravo", "partner");
    if (acmes == null || bravos == null) {
      acmes = deployed("Alpha", ACME);
      bravos = deployed("Beta", BRAVO);
    }
    from = acmes;
    to = bravos;
    admit(from, ACME, to, "Beta");
    admit(to, BRAVO, from, "Alpha");
  }

  @AfterEach
  void close() {
    travel.close();
  }

  private HandlerId deployed(String chain, KeystoreKey owner) {
    DeployedChain at = chains.chain(chain);
    return travel.deployHandler(
        at, at.handler(KIND).token(), SettlementMode.MINT_BURN, owner.address());
  }

  private void admit(HandlerId here, KeystoreKey owner, HandlerId there, String elsewhere) {
    DeployedChain chain = chains.chain(here.chain().value());
    boolean admitted =
        Views.yes(
            travel.view(
                chain.name(),
                here.evmAddress(),
                Views.ask("is_valid_handler(string,uint256)", there)));
    if (!admitted) {
      travel.as(
          owner.address(),
          chain,
          here.evmAddress(),
          Views.ask("add_handler(string,uint256)", there));
      travel.as(
          owner.address(),
          chain,
          here.evmAddress(),
          Views.ask(
              "set_remote_token(string,uint256,uint256)",
              there,
              chains.chain(elsewhere).handler(KIND).token()));
    }
  }

  private void close(HandlerId here, KeystoreKey owner, HandlerId there) {
    travel.as(
        owner.address(),
        chains.chain(here.chain().value()),
        here.evmAddress(),
        Views.ask("remove_handler(string,uint256)", there));
  }

  /** Beta comes by its application, whose nodes the operator admits. */
  private String betaOnTestnet() {
    String id = onTestnet();
    stateDeployment(id, "TESTNET");
    assertThat(operator.post(at(id, "nodes"), "{\"network\": \"TESTNET\"}").status())
        .isEqualTo(200);
    book("Beta");
    return id;
  }

  private void betaLive() {
    String id = betaOnTestnet();
    for (String step :
        List.of("SETTLEMENT_DEPLOYED", "HANDLER_DEPLOYED", "LAYER_INTEGRATED", "MESSAGES_TESTED")) {
      waive(id, step);
    }
    stateDeployment(id, "MAINNET");
    waive(id, "MAINNET_DEPLOYED");
    assertThat(decide(id, "GO_LIVE").text("stage")).isEqualTo("LIVE");
  }

  private void operatorsHandler(HandlerId handler, int decimals, String mode) {
    String body =
        "{\"token\": \"%s\", \"decimals\": %d, \"mode\": \"%s\", \"artifact\": \"BTC\"}"
            .formatted(chains.chain(handler.chain().value()).handler(KIND).token(), decimals, mode);
    Answer put = operator.put("/v1/handlers/" + handler.chain() + "/" + handler.evmAddress(), body);
    assertThat(put.status()).as("%s", put.body()).isLessThan(300);
  }

  /** By the typed form of a claim. */
  private void claim(Caller partner, HandlerId handler, KeystoreKey owner, String nonce) {
    String path = "/v1/onboarding/handlers/" + handler.chain() + "/" + handler.evmAddress();
    String body =
        """
        {"token": "%s", "decimals": 8, "mode": "MINT_BURN", "artifact": "BTC", "nonce": "0x%s",
         "expiresAt": "%s"%s}
        """;
    EvmAddress token = chains.chain(handler.chain().value()).handler(KIND).token();
    Instant expires = Instant.parse("2100-01-01T00:00:00Z");
    assertThat(partner.post(path, body.formatted(token, nonce.repeat(32), expires, "")).code())
        .isEqualTo("claim-expired");
    expires = Instant.now().plus(Duration.ofHours(1));
    Answer statement =
        partner.post(path + "/statement", body.formatted(token, nonce.repeat(32), expires, ""));
    assertThat(statement.body().path("typedData").path("primaryType").asString())
        .isEqualTo("RegisterHandler");
    String signature = Hex.encode(owner.sign(new Hash(statement.text("typedDigest"))));
    Answer claimed =
        partner.post(
            path,
            body.formatted(
                token, nonce.repeat(32), expires, ", \"signature\": \"%s\"".formatted(signature)));
    assertThat(claimed.status()).as("%s", claimed.body()).isEqualTo(201);
  }

  private Answer propose(Caller partner, boolean bothWays) {
    return partner.post(
        REGISTRATIONS + "/routes",
        "{\"from\": \"%s\", \"to\": \"%s\", \"bothWays\": %b}".formatted(from, to, bothWays));
  }

  private static Answer sign(Caller partner, Answer proposal, KeystoreKey... keys) {
    return sign(partner, proposal, new Hash(proposal.text("digest")), keys);
  }

  private static Answer sign(Caller partner, Answer proposal, Hash digest, KeystoreKey... keys) {
    Answer last = proposal;
    for (KeystoreKey key : keys) {
      last =
          partner.post(
              REGISTRATIONS + "/" + proposal.text("id") + "/signatures",
              "{\"signature\": \"%s\"}".formatted(Hex.encode(key.sign(digest))));
    }
    return last;
  }

  private List<String> routes() {
    return stream(operator.get("/v1/routes").body().path("items"))
        .map(one -> one.path("route").toString() + one.path("status").asString())
        .toList();
  }

  @Test
  void twoPartnersRegisterARouteByTheOwnersOfBothHandlers() {
    betaLive();
    claim(acme, from, ACME, "01");
    claim(bravo, to, BRAVO, "02");

    Answer proposal = propose(acme, true);
    assertThat(proposal.status()).as("%s", proposal.body()).isEqualTo(201);
    assertThat(proposal.body().path("typedData").path("message").path("partner").asString())
        .isEqualTo("acme");
    assertThat(stream(proposal.body().path("findings")).map(one -> one.path("verdict").asString()))
        .isNotEmpty()
        .containsOnly("PASS");
    // The same said again is the same proposal.
    assertThat(propose(acme, true).text("id")).isEqualTo(proposal.text("id"));
    assertThat(sign(acme, proposal, ACME).text("state")).isEqualTo("OPEN");
    assertThat(routes()).isEmpty();
    // Bravo sees what is asked of it, and does not speak for acme's handler.
    assertThat(bravo.get(REGISTRATIONS).body().path("items").path(0).path("id").asString())
        .isEqualTo(proposal.text("id"));
    assertThat(sign(bravo, proposal, ACME).code()).isEqualTo("not-the-owner");
    assertThat(Caller.of(port, "other", "partner").get(REGISTRATIONS).body().path("items").size())
        .isZero();
    assertThat(sign(Caller.of(port, "other", "partner"), proposal, BRAVO).code())
        .isEqualTo("handler-taken");

    Answer registered = sign(bravo, proposal, BRAVO);
    assertThat(registered.text("state")).as("%s", registered.body()).isEqualTo("REGISTERED");
    assertThat(routes()).hasSize(2).allMatch(one -> one.endsWith("ACTIVE"));
    for (RouteId route : List.of(new RouteId(from, to), new RouteId(to, from))) {
      assertThat(
              kafka
                  .await(Topics.REGISTRY_EVENTS, RouteState.class, one -> one.route().equals(route))
                  .status())
          .isEqualTo(Status.ACTIVE);
      // It begins with little.
      assertThat(
              kafka
                  .await(Topics.REGISTRY_EVENTS, LimitState.class, one -> one.route().equals(route))
                  .amount())
          .isNotNull();
    }
    assertThat(sign(bravo, proposal, BRAVO).code()).isEqualTo("nonce-used");
    assertThat(propose(acme, false).code()).isEqualTo("route-taken");
    watchesTheWhitelist();
  }

  private void watchesTheWhitelist() {
    close(to, BRAVO, from);
    DriftState drift =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            DriftState.class,
            one -> one.subject().equals(to.toString()) && !one.drifted().isEmpty());
    assertThat(drift.drifted()).extracting(Drift::what).containsExactly("admits " + from);
  }

  @Test
  void oneSignatureIsEnoughWhereOneAccountOwnsBoth() {
    betaLive();
    HandlerId there = deployed("Beta", ACME);
    to = there;
    operatorsHandler(from, 8, "MINT_BURN");
    operatorsHandler(there, 8, "MINT_BURN");
    admit(from, ACME, there, "Beta");
    admit(there, ACME, from, "Alpha");

    Answer registered = sign(acme, propose(acme, false), ACME);

    assertThat(registered.text("state")).as("%s", registered.body()).isEqualTo("REGISTERED");
    assertThat(routes()).hasSize(1);
    // Both handlers are watched from now on.
    assertThat(
            stream(operator.get("/v1/onboarding/drift").body().path("items"))
                .map(one -> one.path("subject").asString()))
        .contains(from.toString(), there.toString());
  }

  @Test
  void aContractThatOwnsAHandlerSaysItselfWhatItSigned() {
    betaLive();
    operatorsHandler(from, 8, "MINT_BURN");
    chains.node("Beta").rpc("anvil_setCode", WALLET_AT.hex(), WALLET);
    DeployedChain beta = chains.chain("Beta");
    to =
        travel.deployHandler(beta, beta.handler(KIND).token(), SettlementMode.MINT_BURN, WALLET_AT);
    operatorsHandler(to, 8, "MINT_BURN");
    admit(from, ACME, to, "Beta");
    travel.as(WALLET_AT, beta, to.evmAddress(), Views.ask("add_handler(string,uint256)", from));
    travel.as(
        WALLET_AT,
        beta,
        to.evmAddress(),
        Views.ask(
            "set_remote_token(string,uint256,uint256)",
            from,
            chains.chain("Alpha").handler(KIND).token()));
    Answer proposal = propose(acme, false);
    sign(acme, proposal, ACME);
    String signatures = REGISTRATIONS + "/" + proposal.text("id") + "/signatures";

    assertThat(bravo.post(signatures, "{\"signature\": \"0x00\"}").code())
        .isEqualTo("not-the-owner");
    chains
        .node("Beta")
        .rpc("anvil_setStorageAt", WALLET_AT.hex(), "0x" + "0".repeat(64), proposal.text("digest"));
    assertThat(bravo.post(signatures, "{\"signature\": \"0x00\"}").text("state"))
        .isEqualTo("REGISTERED");
  }

  @Test
  void neitherStrangersNorOldOrForeignStatementsProveAnything() {
    betaLive();
    operatorsHandler(from, 8, "MINT_BURN");
    operatorsHandler(to, 8, "MINT_BURN");
    Answer one = propose(acme, false);
    Answer other = propose(acme, true);

    assertThat(sign(acme, one, TestKeys.VALIDATOR_1).code()).isEqualTo("not-the-owner");
    assertThat(sign(acme, one, new Hash(other.text("digest")), ACME).code())
        .isEqualTo("not-the-owner");
    assertThat(propose(operator, false).status()).isEqualTo(403);
    assertThat(bravo.post(REGISTRATIONS + "/" + other.text("id") + "/withdraw").code())
        .isEqualTo("registration-of-another");
    assertThat(acme.post(REGISTRATIONS + "/" + other.text("id") + "/withdraw").text("state"))
        .isEqualTo("WITHDRAWN");
    assertThat(sign(acme, other, ACME).code()).isEqualTo("nonce-used");
    jdbc.sql("update registration set asked_at = now() - interval '2 days'").update();
    jdbc.sql("update registration set expires_at = now() - interval '1 day'").update();
    assertThat(sign(acme, one, ACME).code()).isEqualTo("claim-expired");
    assertThat(acme.get(REGISTRATIONS + "/" + one.text("id")).text("state")).isEqualTo("EXPIRED");
    assertThat(
            acme.post(
                    REGISTRATIONS + "/routes",
                    "{\"from\": \"%s\", \"to\": \"%s\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}"
                        .formatted(from, to))
                .code())
        .isEqualTo("claim-expired");
    assertThat(
            acme.post(
                    REGISTRATIONS + "/routes",
                    "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, from))
                .code())
        .isEqualTo("same-chain-route");
    assertThat(routes()).isEmpty();
  }

  @Test
  void aWhitelistOfOneSideOnlyIsNamedAndTheSameSignatureCountsOnceItIsMended() {
    betaLive();
    operatorsHandler(from, 8, "MINT_BURN");
    operatorsHandler(to, 8, "MINT_BURN");
    close(to, BRAVO, from);
    Answer proposal = propose(acme, false);
    sign(acme, proposal, ACME);

    Answer refused = sign(acme, proposal, BRAVO);
    assertThat(refused.code()).isEqualTo("registration-differs");
    assertThat(refused.text("detail")).contains("%s admits %s: expected true".formatted(to, from));
    assertThat(refused.text("detail")).doesNotContain("%s admits %s".formatted(from, to));
    assertThat(routes()).isEmpty();
    assertThat(
            stream(operator.get("/v1/onboarding/drift").body().path("items"))
                .map(one -> one.path("subject").asString()))
        .containsExactly("Beta");

    admit(to, BRAVO, from, "Alpha");
    assertThat(sign(acme, proposal, BRAVO).text("state")).isEqualTo("REGISTERED");
  }

  @Test
  void everythingThatDiffersIsListedAndNothingChanges() {
    betaOnTestnet();
    operatorsHandler(from, 8, "LOCK_UNLOCK");
    operatorsHandler(to, 18, "MINT_BURN");
    Answer proposal = propose(acme, false);
    sign(acme, proposal, ACME);

    Answer refused = sign(acme, proposal, BRAVO);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("detail").split("; "))
        .containsExactlyInAnyOrder(
            "onboarding of Beta: expected LIVE, found TESTNET",
            "decimals of %s: expected 8, found 18".formatted(to),
            "the mode of %s: expected LOCK_UNLOCK, found MINT_BURN".formatted(to),
            "%s.mode(): expected 3, found 0".formatted(from),
            "decimals of the token of %s: expected 18, found 8".formatted(to));
    assertThat(routes()).isEmpty();
    assertThat(operator.get("/v1/onboarding/drift").body().path("items").size()).isZero();

    operator.put(
        "/v1/chains/Beta",
        "{\"chainId\": 31338, \"settlement\": \"%s\", \"gasService\": \"%s\", \"verifier\": \"%s\", "
            .concat("\"status\": \"SUSPENDED\"}")
            .formatted(
                chains.chain("Beta").settlement(),
                chains.chain("Beta").gasService(),
                chains.chain("Beta").verifier()));
    assertThat(sign(acme, proposal, BRAVO).text("detail"))
        .contains("chain Beta in the book: expected ACTIVE, found SUSPENDED");
  }

  @Test
  void aValidatorSetIsWhatTheChainsOwnContractSays() {
    betaOnTestnet();
    DeployedChain beta = chains.chain("Beta");
    List<String> members =
        VerifierAbi.validators(travel.view(beta.name(), beta.verifier(), VerifierAbi.validators()))
            .stream()
            .map(one -> "\"" + one + "\"")
            .toList();
    makeManager(beta, BRAVO.address());

    assertThat(validators(bravo, 2, members).code()).isEqualTo("chain-of-another");
    assertThat(validators(acme, 4, members).code()).isEqualTo("threshold-out-of-range");
    Answer others = validators(acme, 2, members.subList(0, 2));
    assertThat(sign(acme, others, ACME).code()).isEqualTo("not-the-owner");
    Answer refused = sign(acme, others, BRAVO);
    assertThat(refused.code()).isEqualTo("registration-differs");
    assertThat(refused.text("detail")).startsWith("validators(): expected [").doesNotContain(";");
    assertThat(operator.get("/v1/validators/Beta").code()).isEqualTo("validators-unknown");

    Answer registered = sign(acme, validators(acme, 2, members), BRAVO);
    assertThat(registered.text("state")).as("%s", registered.body()).isEqualTo("REGISTERED");
    assertThat(registered.body().path("signatories").path(0).path("signer").asString())
        .isEqualTo(BRAVO.address().hex());
    ValidatorSetState told =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            ValidatorSetState.class,
            one -> one.chain().equals(beta.name()) && one.validators().size() == 3);
    assertThat(told.required()).isEqualTo(2);
    watchesTheThreshold(beta);
  }

  @Test
  void aTokenIsCalledWhatItsOwnContractSays() {
    operatorsHandler(from, 8, "MINT_BURN");
    DeployedChain alpha = chains.chain("Alpha");
    EvmAddress token = alpha.handler(KIND).token();
    String symbol = Views.text(travel.view(alpha.name(), token, Views.ask("symbol()")));

    assertThat(token(alpha.gasService(), symbol).code()).isEqualTo("token-not-moved");
    Answer lie = token(token, "OTHER");
    assertThat(sign(acme, lie, BRAVO).code()).isEqualTo("not-the-owner");
    assertThat(sign(acme, lie, ACME).text("detail"))
        .isEqualTo("%s.symbol(): expected OTHER, found %s".formatted(token, symbol));
    assertThat(acme.get("/v1/tokens/Alpha/" + token).code()).isEqualTo("unknown-token");

    assertThat(sign(acme, token(token, symbol), ACME).text("state")).isEqualTo("REGISTERED");
    assertThat(acme.get("/v1/tokens/Alpha/" + token).text("symbol")).isEqualTo(symbol);
    HandlerId another = alpha.handler(KIND).id();
    assertThat(token(another, token, symbol).code()).isEqualTo("token-taken");
    for (int told = 1; told <= 2; told++) {
      // Who comes late hears of it too.
      assertThat(
              kafka.await(
                  Topics.REGISTRY_EVENTS,
                  TokenState.class,
                  one -> one.token().equals(token) && one.handler().equals(from),
                  told))
          .allMatch(one -> one.symbol().equals(symbol) && one.decimals() == 8);
      assertThat(operator.post("/v1/registry/republish").status()).isEqualTo(202);
    }
    assertThat(
            stream(operator.get("/v1/onboarding/drift").body().path("items"))
                .map(one -> one.path("subject").asString()))
        .containsExactly("token:Alpha:" + token);
  }

  private Answer token(EvmAddress token, String symbol) {
    return token(from, token, symbol);
  }

  private Answer token(HandlerId handler, EvmAddress token, String symbol) {
    return acme.post(
        REGISTRATIONS + "/tokens",
        "{\"handler\": \"%s\", \"token\": \"%s\", \"symbol\": \"%s\", \"decimals\": 8}"
            .formatted(handler, token, symbol));
  }

  private Answer validators(Caller partner, int required, List<String> members) {
    return partner.post(
        REGISTRATIONS + "/validators",
        "{\"chain\": \"Beta\", \"required\": %d, \"validators\": %s}".formatted(required, members));
  }

  /** As the timelock decides. */
  private void makeManager(DeployedChain chain, EvmAddress who) {
    EvmAddress timelock =
        Views.address(travel.view(chain.name(), chain.verifier(), Views.ask("owner()")));
    byte[] grant = Views.hasRole("MANAGER_ROLE", who);
    System.arraycopy(Views.selector("grantRole(bytes32,address)"), 0, grant, 0, 4);
    travel.as(timelock, chain, chain.verifier(), grant);
  }

  private void watchesTheThreshold(DeployedChain beta) {
    String code =
        chains.node("Beta").rpc("eth_getCode", beta.verifier().hex(), "latest").asString();
    chains.node("Beta").rpc("anvil_setCode", beta.verifier().hex(), "0x60016000f3");
    try {
      DriftState drift =
          kafka.await(
              Topics.REGISTRY_EVENTS,
              DriftState.class,
              one ->
                  one.subject().equals("validators:Beta")
                      && one.drifted().stream().anyMatch(it -> it.what().equals("verifier.code")));
      assertThat(drift.drifted())
          .extracting(Drift::what)
          .contains("verifier.code", "verifier.owner", "verifier.required", "verifier.validators");
    } finally {
      chains.node("Beta").rpc("anvil_setCode", beta.verifier().hex(), code);
    }
  }
}
