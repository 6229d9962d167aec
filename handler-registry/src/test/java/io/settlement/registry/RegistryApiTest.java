// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.RegistryEvent;
import io.settlement.events.Topics;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.registry.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SuiteTest
class RegistryApiTest {
  private static final String HANDLER = "0x" + "1".repeat(40);
  private static final String OTHER_HANDLER = "0x" + "2".repeat(40);
  private static final String MINTS =
      """
      {"token": "0x3333333333333333333333333333333333333333", "decimals": 8,
       "mode": "MINT_BURN", "artifact": "TEST-BTC"}
      """;

  private static final String VAULT = "0x" + "7".repeat(64);
  private static final String OTHER_VAULT = "0x" + "8".repeat(64);
  private static final String BITCOIN =
      """
      {"family": "BITCOIN", "network": "regtest"}
      """;
  private static final String COIN =
      """
      {"token": "0x0000000000000000000000000000000000000000", "decimals": 8,
       "mode": "LOCK_MINT", "artifact": "BTC"}
      """;

  @LocalServerPort int port;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;

  private Caller operator;
  private Caller partner;

  @BeforeEach
  void emptyTheBook() {
    jdbc.sql("truncate chain, handler, route, validator_set").update();
    operator = Caller.operator(port);
    partner = Caller.partner(port);
  }

  @Test
  void publishesWhatItAcceptsAndNothingTwice() {
    assertThat(operator.put("/v1/chains/Gamma", chain(7, "a0")).status()).isEqualTo(201);
    assertThat(operator.put("/v1/chains/Gamma", chain(7, "a0")).status()).isEqualTo(200);
    assertThat(operator.put("/v1/chains/Gamma", chain(7, "a1")).status()).isEqualTo(200);

    List<RegistryEvent> facts = awaitFacts("chain:Gamma", 2);
    assertThat(facts)
        .extracting(fact -> ((RegistryEvent.ChainState) fact).settlement().hex())
        .containsExactly("0x" + "a0".repeat(20), "0x" + "a1".repeat(20));
  }

  @Test
  void tellsPartnersWhatIsInTheBook() {
    route();

    Answer chain = partner.get("/v1/chains/Alpha");
    assertThat(chain.status()).isEqualTo(200);
    assertThat(chain.text("profile")).isEqualTo("V2");
    assertThat(chain.text("status")).isEqualTo("ACTIVE");
    assertThat(partner.get("/v1/chains").body().path("items").size()).isEqualTo(2);
    assertThat(partner.get("/v1/handlers").body().path("items").size()).isEqualTo(2);
    assertThat(partner.get("/v1/handlers/Alpha/" + HANDLER).text("handler"))
        .isEqualTo("Alpha:" + HANDLER);
    assertThat(partner.get("/v1/routes").body().path("items").get(0).path("route").asString())
        .isEqualTo("Alpha:" + HANDLER + ">Beta:" + OTHER_HANDLER);
  }

  @Test
  void admitsALegacyChainWithoutAGasService() {
    String bare =
        """
        {"profile": "%s", "chainId": 9, "settlement": "%s",
         "verifier": "0xc2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2"}
        """;

    Answer legacy = operator.put("/v1/chains/Old", bare.formatted("LEGACY", address("a0")));
    assertThat(legacy.status()).isEqualTo(201);
    assertThat(legacy.text("profile")).isEqualTo("LEGACY");
    assertThat(legacy.text("gasService")).isEqualTo(address("00"));
    assertThat(operator.put("/v1/chains/New", bare.formatted("V2", address("a1"))).status())
        .isEqualTo(400);
  }

  @Test
  void asksNoNodeOfAnApplicantInsideOfItsOwnNetwork() {
    for (String url : List.of("http://127.0.0.1:8545/", "http://[::1]/", "http://10.0.0.1/")) {
      Answer answer =
          partner.post(
              "/v1/onboarding/applications",
              """
              {"chain": "Inside", "chainId": 5, "providers": [{"url": "%s", "operator": "us"}],
               "contacts": [{"name": "Desk", "email": "desk@example.org"}]}
              """
                  .formatted(url));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("provider-address-forbidden");
    }
  }

  @Test
  void refusesANameThatBeginsAnother() {
    operator.put("/v1/chains/Scroll", chain(1, "a0"));

    for (String name : List.of("Scrol", "ScrollX")) {
      Answer answer = operator.put("/v1/chains/" + name, chain(2, "a1"));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("chain-name-not-prefix-safe");
    }
  }

  @Test
  void admitsOneOfManyNamesThatBeginEachOtherHoweverTheyRace() throws Exception {
    List<Callable<Answer>> rivals =
        IntStream.range(0, 8)
            .<Callable<Answer>>mapToObj(
                i -> () -> operator.put("/v1/chains/R" + "a".repeat(i), chain(i + 1, "a0")))
            .toList();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> rival : threads.invokeAll(rivals)) {
        statuses.add(rival.get().status());
      }
    }

    assertThat(statuses).containsOnlyOnce(201).filteredOn(s -> s != 201).containsOnly(422);
  }

  @Test
  void refusesASettlementContractThatBelongsToAnotherChain() {
    operator.put("/v1/chains/Alpha", chain(1, "a0"));

    Answer answer = operator.put("/v1/chains/Beta", chain(1, "a0"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("settlement-taken");
  }

  @Test
  void refusesAHandlerOnAnUnknownChain() {
    Answer answer = operator.put("/v1/handlers/Nowhere/" + HANDLER, MINTS);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unknown-chain");
  }

  @Test
  void refusesARouteWithAnEndNobodyKnows() {
    chains();
    operator.put("/v1/handlers/Alpha/" + HANDLER, MINTS);

    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER).code())
        .isEqualTo("unknown-handler");
    assertThat(putRoute("Alpha", HANDLER, "Nowhere", OTHER_HANDLER).code())
        .isEqualTo("unknown-chain");
    assertThat(putRoute("Alpha", HANDLER, "Alpha", OTHER_HANDLER).code())
        .isEqualTo("same-chain-route");
  }

  @ParameterizedTest
  @CsvSource({
    "18, MINT_BURN, TEST-BTC, decimals-mismatch",
    "8, LOCK_UNLOCK, TEST-BTC, mode-mismatch",
    "8, MINT_BURN, OTHER-BTC, artifact-mismatch"
  })
  void refusesARouteBetweenHandlersThatDoNotFit(
      int decimals, String mode, String artifact, String code) {
    chains();
    operator.put("/v1/handlers/Alpha/" + HANDLER, MINTS);
    operator.put("/v1/handlers/Beta/" + OTHER_HANDLER, handler(decimals, mode, artifact));

    Answer answer = putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void admitsHandlersThatCarryMessagesAndMoveNoToken() {
    chains();

    Answer handler = operator.put("/v1/handlers/Alpha/" + HANDLER, "{}");
    operator.put("/v1/handlers/Beta/" + OTHER_HANDLER, "{}");

    assertThat(handler.status()).isEqualTo(201);
    assertThat(handler.text("mode")).isEmpty();
    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER).status()).isEqualTo(201);
    assertThat(operator.put("/v1/handlers/Beta/" + OTHER_HANDLER, MINTS).code())
        .isEqualTo("artifact-mismatch");
  }

  @Test
  void refusesARouteBetweenAHandlerOfTokensAndOneOfMessages() {
    chains();
    operator.put("/v1/handlers/Alpha/" + HANDLER, MINTS);
    operator.put("/v1/handlers/Beta/" + OTHER_HANDLER, "{}");

    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER).code())
        .isEqualTo("artifact-mismatch");
  }

  @Test
  void refusesAHandlerThatSaysHalfOfItsToken() {
    chains();

    Answer answer = operator.put("/v1/handlers/Alpha/" + HANDLER, "{\"mode\": \"MINT_BURN\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
  }

  @Test
  void keepsAHandlerAsItsActiveRoutesNeedIt() {
    route();
    String path = "/v1/handlers/Beta/" + OTHER_HANDLER;
    String changed = handler(18, "MINT_BURN", "TEST-BTC");
    assertThat(operator.put(path, changed).code()).isEqualTo("decimals-mismatch");

    putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER, "SUSPENDED");

    assertThat(operator.put(path, changed).status()).isEqualTo(200);
    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER, "ACTIVE").code())
        .isEqualTo("decimals-mismatch");
    operator.put(path, MINTS);
    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER, "ACTIVE").status()).isEqualTo(200);
  }

  @Test
  void keepsWhatIsRetiredRetired() {
    route();
    putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER, "RETIRED");

    Answer answer = putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER, "ACTIVE");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("retired");
    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER, "RETIRED").status())
        .isEqualTo(200);
  }

  @Test
  void countsTheEpochsOfAValidatorSet() {
    chains();
    assertThat(putValidators("1", "a1", "a2").body().path("epoch").asInt()).isEqualTo(1);
    assertThat(putValidators("1", "a2", "a1").body().path("epoch").asInt()).isEqualTo(1);
    assertThat(putValidators("2", "a1", "a2").body().path("epoch").asInt()).isEqualTo(2);

    assertThat(operator.put("/v1/validators/Beta", validators("1", "a1")).status()).isEqualTo(200);
    assertThat(
            operator
                .put(
                    "/v1/validators/Beta",
                    "{\"epoch\": 3, \"required\": 1, \"validators\": [\"%s\"]}"
                        .formatted(address("a9")))
                .code())
        .isEqualTo("stale-epoch");
    assertThat(partner.get("/v1/validators/Beta").body().path("epoch").asInt()).isEqualTo(3);
  }

  @Test
  void refusesAValidatorSetThatCannotWork() {
    chains();
    assertThat(putValidators("0", "a1").code()).isEqualTo("threshold-out-of-range");
    assertThat(putValidators("3", "a1", "a2").code()).isEqualTo("threshold-out-of-range");
    assertThat(putValidators("1", "a1", "A1").code()).isEqualTo("duplicate-validators");
    assertThat(operator.put("/v1/validators/Nowhere", validators("1", "a1")).code())
        .isEqualTo("unknown-chain");
  }

  @Test
  void repeatsTheWholeBookOnRequest() {
    route();
    putValidators("1", "a1");
    awaitFacts("validators:Beta", 1);

    Answer answer = operator.post("/v1/registry/republish");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("facts").asInt()).isEqualTo(6);
    List<RegistryEvent> facts = awaitFacts("validators:Beta", 2);
    assertThat(facts.getLast()).isEqualTo(facts.get(facts.size() - 2));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/chains/9lives, invalid-chain-name",
    "/v1/handlers/Alpha/0x12, invalid-address",
    "/v1/validators/-, invalid-chain-name"
  })
  void refusesPathsThatNameNothing(String path, String code) {
    Answer answer = operator.put(path, MINTS);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void aRouteTellsHowDeepItsMessagesMustBeByTheirAmount() {
    route();
    String tiers =
        "[{\"upTo\": \"1000\", \"confirmations\": 2}, {\"upTo\": \"50000\", \"confirmations\":"
            + " 12}]";

    assertThat(putFinality(tiers).status()).isEqualTo(200);
    JsonNode stored = partner.get("/v1/routes").body().path("items").get(0).path("finality");
    assertThat(stored.get(0).path("upTo").asString()).isEqualTo("1000");
    assertThat(stored.get(1).path("confirmations").asInt()).isEqualTo(12);

    assertThat(putFinality("[{\"upTo\": \"5\", \"confirmations\": 0}]").code())
        .isEqualTo("invalid-confirmations");
    assertThat(
            putFinality(
                    "[{\"upTo\": \"5\", \"confirmations\": 2}, {\"upTo\": \"5\", \"confirmations\":"
                        + " 3}]")
                .code())
        .isEqualTo("finality-tiers-not-growing");
    assertThat(
            putFinality(
                    "[{\"upTo\": \"5\", \"confirmations\": 2}, {\"upTo\": \"6\", \"confirmations\":"
                        + " 1}]")
                .code())
        .isEqualTo("finality-tiers-not-growing");
  }

  private Answer putFinality(String tiers) {
    return operator.put(
        "/v1/routes",
        "{\"from\": \"Alpha:%s\", \"to\": \"Beta:%s\", \"finality\": %s}"
            .formatted(HANDLER, OTHER_HANDLER, tiers));
  }

  @Test
  void refusesBodiesItCannotRead() {
    assertThat(operator.put("/v1/chains/Alpha", "not json").code()).isEqualTo("malformed-body");
    assertThat(operator.put("/v1/chains/Alpha", "{}").code()).isEqualTo("invalid-request");
    assertThat(operator.put("/v1/chains/Alpha", chain(1, "zz")).code())
        .isEqualTo("invalid-address");
    assertThat(operator.put("/v1/chains/Alpha", chain(-1, "a0")).code())
        .isEqualTo("invalid-request");
    assertThat(operator.put("/v1/routes", "{\"from\": \"Alpha\", \"to\": \"Beta:0x1\"}").code())
        .isEqualTo("invalid-handler");
    assertThat(
            operator
                .put("/v1/validators/Alpha", "{\"required\": 1, \"validators\": [null]}")
                .code())
        .isEqualTo("invalid-request");
  }

  @Test
  void answersWhatIsNotThereWithAProblem() {
    assertThat(partner.get("/v1/chains/Nowhere").status()).isEqualTo(404);
    assertThat(partner.get("/v1/chains/Nowhere").code()).isEqualTo("unknown-chain");
    assertThat(partner.get("/v1/handlers/Alpha/" + HANDLER).code()).isEqualTo("unknown-handler");
    assertThat(partner.get("/v1/validators/Nowhere").code()).isEqualTo("validators-unknown");
    assertThat(partner.get("/v1/nothing").code()).isEqualTo("not-found");
    assertThat(operator.post("/v1/chains/Alpha").code()).isEqualTo("method-not-allowed");
  }

  @Test
  void letsOnlyOperatorsWrite() {
    assertThat(Caller.stranger(port).get("/v1/chains").status()).isEqualTo(401);
    assertThat(Caller.stranger(port).get("/v1/chains").code()).isEqualTo("unauthenticated");
    Answer answer = partner.put("/v1/chains/Alpha", chain(1, "a0"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
    assertThat(partner.post("/v1/registry/republish").status()).isEqualTo(403);
    assertThat(partner.get("/v1/chains/Alpha").status()).isEqualTo(404);
  }

  @Test
  void isHealthyAndDescribesItself() {
    assertThat(Caller.stranger(port).get("/actuator/health").text("status")).isEqualTo("UP");
    JsonNode api = Caller.stranger(port).get("/v3/api-docs").body();
    assertThat(api.at("/info/title").asString()).isEqualTo("handler-registry");
    assertThat(api.path("paths").size()).isGreaterThanOrEqualTo(19);
    assertThat(api.at("/components/schemas/ChainBody/properties/settlement/type"))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("string", "null");
  }

  private List<RegistryEvent> awaitFacts(String key, int count) {
    return Awaitility.await()
        .until(
            () ->
                kafka.facts(Topics.REGISTRY_EVENTS).stream()
                    .filter(fact -> fact.key().equals(key))
                    .toList(),
            facts -> facts.size() >= count);
  }

  @Test
  void admitsBitcoinByItsNetworkAndUnderItsNameOnly() {
    Answer bitcoin = operator.put("/v1/chains/Bitcoin", BITCOIN);
    assertThat(bitcoin.status()).isEqualTo(201);
    assertThat(bitcoin.text("network")).isEqualTo("regtest");
    assertThat(bitcoin.text("chainId")).isEqualTo("0");
    assertThat(operator.put("/v1/chains/Bitcoin", BITCOIN).status()).isEqualTo(200);

    assertThat(operator.put("/v1/chains/Coins", BITCOIN).code()).isEqualTo("bitcoin-chain-name");
    assertThat(operator.put("/v1/chains/Bitcoin", chain(5, "a0")).code())
        .isEqualTo("bitcoin-chain-name");
    for (String wrong :
        List.of(
            "{\"family\": \"BITCOIN\"}",
            "{\"family\": \"BITCOIN\", \"network\": \"moon\"}",
            "{\"family\": \"BITCOIN\", \"network\": \"main\", \"chainId\": 1}")) {
      assertThat(operator.put("/v1/chains/Bitcoin", wrong).status()).isEqualTo(400);
    }
  }

  @Test
  void admitsAVaultOnBitcoinAndNothingElseThere() {
    chains();
    operator.put("/v1/chains/Bitcoin", BITCOIN);

    assertThat(operator.put("/v1/handlers/Bitcoin/" + VAULT, COIN).status()).isEqualTo(201);
    assertThat(partner.get("/v1/handlers/Bitcoin/" + VAULT).text("handler"))
        .isEqualTo("Bitcoin:" + VAULT);

    assertThat(operator.put("/v1/handlers/Bitcoin/" + HANDLER, COIN).code())
        .isEqualTo("not-a-vault");
    assertThat(operator.put("/v1/handlers/Bitcoin/" + OTHER_VAULT, MINTS).code())
        .isEqualTo("not-a-vault");
    assertThat(operator.put("/v1/handlers/Bitcoin/" + OTHER_VAULT, "{}").code())
        .isEqualTo("not-a-vault");
    assertThat(operator.put("/v1/handlers/Alpha/" + VAULT, MINTS).code())
        .isEqualTo("handler-not-an-address");
  }

  @Test
  void pairsAVaultWithItsOneHandlerBothWaysAndThatHandlerWithVaultsOnly() {
    chains();
    operator.put("/v1/chains/Bitcoin", BITCOIN);
    operator.put("/v1/handlers/Bitcoin/" + VAULT, COIN);
    operator.put("/v1/handlers/Bitcoin/" + OTHER_VAULT, COIN);
    String burns = handler(8, "BURN_UNLOCK", "BTC");
    operator.put("/v1/handlers/Alpha/" + HANDLER, burns);
    operator.put("/v1/handlers/Beta/" + OTHER_HANDLER, burns);
    operator.put("/v1/handlers/Beta/" + HANDLER, handler(8, "LOCK_MINT", "BTC"));

    assertThat(putRoute("Bitcoin", VAULT, "Alpha", HANDLER).status()).isEqualTo(201);
    assertThat(putRoute("Alpha", HANDLER, "Bitcoin", VAULT).status()).isEqualTo(201);
    assertThat(putRoute("Bitcoin", OTHER_VAULT, "Alpha", HANDLER).status()).isEqualTo(201);

    assertThat(putRoute("Bitcoin", VAULT, "Beta", OTHER_HANDLER).code())
        .isEqualTo("vault-of-another");
    assertThat(putRoute("Beta", OTHER_HANDLER, "Bitcoin", VAULT).code())
        .isEqualTo("vault-of-another");
    assertThat(putRoute("Beta", HANDLER, "Alpha", HANDLER).code()).isEqualTo("vault-of-another");
    assertThat(putRoute("Bitcoin", VAULT, "Beta", HANDLER).code()).isEqualTo("mode-mismatch");

    putRoute("Bitcoin", OTHER_VAULT, "Alpha", HANDLER, "RETIRED");
    assertThat(putRoute("Bitcoin", OTHER_VAULT, "Beta", OTHER_HANDLER).status()).isEqualTo(201);
  }

  private void chains() {
    operator.put("/v1/chains/Alpha", chain(1, "a0"));
    operator.put("/v1/chains/Beta", chain(2, "b0"));
  }

  private void route() {
    chains();
    operator.put("/v1/handlers/Alpha/" + HANDLER, MINTS);
    operator.put("/v1/handlers/Beta/" + OTHER_HANDLER, MINTS);
    assertThat(putRoute("Alpha", HANDLER, "Beta", OTHER_HANDLER).status()).isEqualTo(201);
  }

  private Answer putRoute(String from, String fromHandler, String to, String toHandler) {
    return operator.put(
        "/v1/routes",
        "{\"from\": \"%s:%s\", \"to\": \"%s:%s\"}".formatted(from, fromHandler, to, toHandler));
  }

  private Answer putRoute(
      String from, String fromHandler, String to, String toHandler, String status) {
    return operator.put(
        "/v1/routes",
        "{\"from\": \"%s:%s\", \"to\": \"%s:%s\", \"status\": \"%s\"}"
            .formatted(from, fromHandler, to, toHandler, status));
  }

  private Answer putValidators(String required, String... validators) {
    return operator.put("/v1/validators/Beta", validators(required, validators));
  }

  private static String validators(String required, String... validators) {
    return "{\"required\": %s, \"validators\": [%s]}"
        .formatted(
            required,
            String.join(
                ",", List.of(validators).stream().map(v -> '"' + address(v) + '"').toList()));
  }

  private static String handler(int decimals, String mode, String artifact) {
    return """
    {"token": "0x4444444444444444444444444444444444444444", "decimals": %d,
     "mode": "%s", "artifact": "%s"}
    """
        .formatted(decimals, mode, artifact);
  }

  private static String chain(int id, String settlement) {
    return """
    {"chainId": %d, "settlement": "%s",
     "gasService": "0xc1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1",
     "verifier": "0xc2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2"}
    """
        .formatted(id, address(settlement));
  }

  private static String address(String pair) {
    return "0x" + pair.repeat(20);
  }
}
