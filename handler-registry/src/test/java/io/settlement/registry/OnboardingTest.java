// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.settlement.chain.contract.Views;
import io.settlement.chain.keys.KeystoreKey;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.RegistryEvent.Drift;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.NodeAddress;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.RegistryEvent.OnboardingState;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.registry.Caller.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** Beta comes in beside Alpha: contracts, transfers and signatures are real. */
class OnboardingTest extends OnboardingWorld {

  @Test
  void theProcedureTellsWhoseEachActionIsAndWhetherItNeedsAReason() {
    assertThat(
            stream(acme.get("/v1/onboarding/procedure").body().path("items"))
                .filter(one -> one.path("from").asString().equals("APPLIED"))
                .map(
                    one ->
                        "%s %s %s"
                            .formatted(
                                one.path("action").asString(),
                                one.path("by").asString(),
                                one.path("needsReason").asBoolean())))
        .containsExactlyInAnyOrder(
            "REVIEW OPERATOR false", "REJECT OPERATOR true", "WITHDRAW APPLICANT true");
  }

  @Test
  void aChainComesFromItsApplicationToLiveUseByEvidence() {
    String id = application();
    assertThat(decide(id, "REVIEW").status()).isEqualTo(200);
    assertThat(
            operator
                .post(
                    at(id, "decisions"),
                    "{\"action\": \"SCHEDULE_CALL\", \"at\": \"2027-01-04T10:00:00Z\"}")
                .text("callAt"))
        .isEqualTo("2027-01-04T10:00:00Z");
    assertThat(decide(id, "HOLD_CALL").text("stage")).isEqualTo("CONFORMANCE");

    Answer unknown = check(id, "CONFORMANCE_PASSED");
    assertThat(findings(unknown, "CONFORMANCE_PASSED")).containsExactly("CONFORMANCE UNKNOWN");
    assertThat(unknown.text("stage")).isEqualTo("CONFORMANCE");
    assertThat(waive(id, "CONFORMANCE_PASSED").text("stage")).isEqualTo("TESTNET");

    assertThat(check(id, "SETTLEMENT_DEPLOYED").code()).isEqualTo("nothing-deployed");
    stateDeployment(id, "TESTNET");
    admitNodes(id);
    assertPassed(id, "SETTLEMENT_DEPLOYED");
    assertPassed(id, "HANDLER_DEPLOYED");
    assertThat(check(id, "MAINNET_DEPLOYED").code()).isEqualTo("earlier-steps-open");

    assertThat(findings(check(id, "LAYER_INTEGRATED"), "LAYER_INTEGRATED"))
        .containsOnly("LAYER FAIL");
    book("Beta");
    validators("Beta");
    routes();
    assertThat(findings(check(id, "MESSAGES_TESTED"), "MESSAGES_TESTED")).contains("INT-08 FAIL");
    try (Travel travel = new Travel(chains, kafka, jdbc)) {
      travel.succeed("Alpha", "Beta");
      travel.succeed("Beta", "Alpha");
      travel.fail("Beta", "Alpha");
    }
    awaitMessages(3);
    assertPassed(id, "LAYER_INTEGRATED");
    assertPassed(id, "MESSAGES_TESTED");

    stateDeployment(id, "MAINNET");
    Answer deployed = check(id, "MAINNET_DEPLOYED");
    assertThat(deployed.text("stage")).isEqualTo("MAINNET_DEPLOYED");
    assertThat(decide(id, "GO_LIVE").text("stage")).isEqualTo("LIVE");
    tellsHowLongItTook(id);
    tellsTheWorld(id);

    assertThat(decide(id, "SUSPEND").text("stage")).isEqualTo("SUSPENDED");
    assertThat(operator.get("/v1/chains/Beta").text("status")).isEqualTo("SUSPENDED");
    assertThat(decide(id, "RESUME").text("stage")).isEqualTo("LIVE");
    assertThat(operator.get("/v1/chains/Beta").text("status")).isEqualTo("ACTIVE");
    noticesDrift();
  }

  @Test
  void theOperatorsOwnNodesAreWatchedFromTheStart() {
    JsonNode items =
        Awaitility.await()
            .until(
                () -> operator.get("/v1/chains/Alpha/providers").body().path("items"),
                found -> found.path(0).path("uptime").path("value").isNumber());
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.path(0).path("uptime").path("value").asDouble()).isEqualTo(100);
    assertThat(items.path(0).path("name").asString())
        .isEqualTo(chains.chain("Alpha").rpcUrl().replace("http://", ""));
  }

  private void admitNodes(String id) {
    assertThat(
            operator
                .post(at(id, "nodes"), "{\"network\": \"TESTNET\", \"confirmations\": 2}")
                .status())
        .isEqualTo(200);
    assertThat(acme.post(at(id, "nodes"), "{\"network\": \"TESTNET\"}").status()).isEqualTo(403);
    NodesState told =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            NodesState.class,
            one -> one.chain().value().equals("Beta") && one.confirmations() == 2);
    assertThat(told.providers())
        .extracting(NodeAddress::url)
        .containsExactly(chains.chain("Beta").rpcUrl());
  }

  private void tellsHowLongItTook(String id) {
    JsonNode body = acme.get(APPLICATIONS + "/" + id).body();
    assertThat(stream(body.path("stages")).map(one -> one.path("stage").asString()))
        .containsExactly(
            "APPLIED",
            "REVIEWING",
            "CALL_SCHEDULED",
            "CONFORMANCE",
            "TESTNET",
            "MAINNET_DEPLOYED",
            "LIVE");
    assertThat(stream(body.path("steps")).map(one -> one.path("standing").asString()))
        .containsExactly("WAIVED", "PASSED", "PASSED", "PASSED", "PASSED", "PASSED");
    assertThat(
            stream(body.path("entries"))
                .filter(one -> one.path("said").asString().equals("because")))
        .extracting(one -> one.path("actor").asString())
        .contains("test-operator");
  }

  private void tellsTheWorld(String id) {
    List<OnboardingState> facts =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            OnboardingState.class,
            fact -> fact.application().equals(id),
            11);
    assertThat(facts.getLast().stage()).isEqualTo(OnboardingStage.LIVE);
    assertThat(facts.getLast().done()).hasSize(6);
  }

  /** A guardian of the chain's team takes the counterpart off the whitelist, and puts it back. */
  private void noticesDrift() {
    DeployedChain beta = chains.chain("Beta");
    DeployedHandler handler = beta.handler(KIND);
    try (Travel travel = new Travel(chains, kafka, jdbc)) {
      travel.manage(
          beta,
          handler.id().evmAddress(),
          Views.ask("remove_handler(string,uint256)", chains.chain("Alpha").handler(KIND).id()));
      DriftState drift =
          kafka.await(
              Topics.REGISTRY_EVENTS,
              DriftState.class,
              one -> one.subject().equals("Beta") && !one.drifted().isEmpty());
      assertThat(drift.subject()).isEqualTo("Beta");
      assertThat(drift.drifted().getFirst().what())
          .isEqualTo(
              "handler %s admits %s"
                  .formatted(handler.id().evmAddress(), chains.chain("Alpha").handler(KIND).id()));
      travel.manage(
          beta,
          handler.id().evmAddress(),
          Views.ask("add_handler(string,uint256)", chains.chain("Alpha").handler(KIND).id()));
      travel.manage(
          beta,
          handler.id().evmAddress(),
          Views.ask(
              "set_remote_token(string,uint256,uint256)",
              chains.chain("Alpha").handler(KIND).id(),
              chains.chain("Alpha").handler(KIND).token()));
    }
    kafka.await(
        Topics.REGISTRY_EVENTS,
        DriftState.class,
        one -> one.subject().equals("Beta") && one.drifted().isEmpty());
  }

  @Test
  void aDifferenceIsNamedWithWhatWasExpectedAndWhatWasFound() {
    String id = onTestnet();
    DeployedChain alpha = chains.chain("Alpha");
    String wrong =
        deployment("Beta")
            .replace(chains.chain("Beta").verifier().hex(), alpha.gasService().hex())
            .replace("\"MINT_BURN\"", "\"LOCK_MINT\"");
    assertThat(acme.put(at(id, "deployments/TESTNET"), wrong).status()).isEqualTo(200);

    JsonNode settlement = latest(check(id, "SETTLEMENT_DEPLOYED"), "SETTLEMENT_DEPLOYED");
    assertThat(settlement.path("verdict").asString()).isEqualTo("FAIL");
    JsonNode verifier =
        stream(settlement.path("findings"))
            .filter(one -> one.path("what").asString().equals("settlement.signature_verifier()"))
            .findFirst()
            .orElseThrow();
    assertThat(verifier.path("found").asString()).isEqualTo(chains.chain("Beta").verifier().hex());
    assertThat(verifier.path("expected").asString()).isEqualTo(alpha.gasService().hex());
    JsonNode handler = latest(check(id, "HANDLER_DEPLOYED"), "HANDLER_DEPLOYED");
    assertThat(
            stream(handler.path("findings"))
                .filter(one -> one.path("verdict").asString().equals("FAIL")))
        .extracting(one -> one.path("found").asString())
        .containsExactly("MINT_BURN", "MINT_BURN");
  }

  @Test
  void namesAndIdsThatAreTakenOrUnsafeAreRefused() {
    assertThat(apply("Alpha", 31338).code()).isEqualTo("chain-name-taken");
    assertThat(apply("AlphaTwo", 31338).code()).isEqualTo("chain-name-not-prefix-safe");
    assertThat(apply("Al", 31338).code()).isEqualTo("chain-name-not-prefix-safe");
    assertThat(apply("Bad name", 31338).status()).isEqualTo(400);
    application();
    assertThat(apply("Beta", 31338).code()).isEqualTo("chain-name-taken");
    assertThat(apply("BetaTwo", 31338).code()).isEqualTo("chain-name-not-prefix-safe");
    assertThat(apply("Gamma", 31338).code()).isEqualTo("chain-id-taken");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into onboarding_application
                        select gen_random_uuid(), owner, 'BetaTwo', 5, stage, paper, null, request_hash,
                               call_at, applied_at, entered_at from onboarding_application
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("begins another");
  }

  @Test
  void nodesThatHangRedirectAnswerGarbageOrForAnotherChainAreNamed() throws IOException {
    assertThat(applyAt(chains.chain("Alpha").rpcUrl()).code())
        .isEqualTo("provider-of-another-chain");
    assertThat(applyAt("ftp://example.org/").code()).isEqualTo("provider-url");
    Answer unreachable = applyAt("http://127.0.0.1:1/");
    assertThat(unreachable.code()).isEqualTo("provider-unreachable");
    assertThat(unreachable.text("detail")).contains("127.0.0.1:1");
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Instant began = Instant.now();
      List<Integer> codes =
          Stream.generate(() -> "http://localhost:" + silent.getLocalPort() + "/")
              .limit(1)
              .map(url -> applyAt(url))
              .peek(answer -> assertThat(answer.code()).isEqualTo("provider-hangs"))
              .map(Answer::status)
              .toList();
      assertThat(codes).containsOnly(422);
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
    HttpServer strange = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    strange.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", chains.chain("Beta").rpcUrl());
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    strange.createContext(
        "/garbage",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write("<html>welcome</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          exchange.close();
        });
    strange.start();
    try {
      String base = "http://localhost:" + strange.getAddress().getPort();
      assertThat(applyAt(base + "/elsewhere").code()).isEqualTo("provider-redirects");
      Answer garbage = applyAt(base + "/garbage");
      assertThat(garbage.code()).isEqualTo("provider-answers-garbage");
      assertThat(garbage.text("detail")).contains(base.substring("http://".length()));
    } finally {
      strange.stop(0);
    }
    assertThat(acme.get(APPLICATIONS).body().path("items").size()).isZero();
  }

  @Test
  void theSameRequestIsOneApplicationAndAnotherUnderItsKeyIsRefused() {
    String paper = paper("Beta", 31338, chains.chain("Beta").rpcUrl());
    Answer first = acme.post(APPLICATIONS, paper, "Idempotency-Key", "one");
    Answer second = acme.post(APPLICATIONS, paper, "Idempotency-Key", "one");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(
            acme.post(APPLICATIONS, paper.replace("Desk", "Other"), "Idempotency-Key", "one")
                .code())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void partnersReadAndCommentOnTheirOwnAndDecideNothing() {
    String id = application();
    Caller other = Caller.of(port, "other", "partner");

    assertThat(acme.post(at(id, "comments"), "{\"text\": \"hello\"}").status()).isEqualTo(200);
    assertThat(other.get(APPLICATIONS + "/" + id).status()).isEqualTo(404);
    assertThat(other.get(APPLICATIONS).body().path("items").size()).isZero();
    assertThat(acme.post(at(id, "decisions"), "{\"action\": \"REVIEW\"}").status()).isEqualTo(403);
    assertThat(acme.post(at(id, "steps/SETTLEMENT_DEPLOYED/waive"), "{\"reason\": \"x\"}").status())
        .isEqualTo(403);
    assertThat(operator.post(APPLICATIONS, paper("Gamma", 5, "http://localhost/")).status())
        .isEqualTo(403);
    assertThat(decide(id, "GO_LIVE").code()).isEqualTo("not-from-this-stage");
    assertThat(operator.post(at(id, "decisions"), "{\"action\": \"REJECT\"}").code())
        .isEqualTo("reason-missing");
    assertThat(
            acme.post(at(id, "decisions"), "{\"action\": \"WITHDRAW\", \"reason\": \"later\"}")
                .text("stage"))
        .isEqualTo("WITHDRAWN");
    assertThatThrownBy(() -> jdbc.sql("update onboarding_entry set said = 'nothing'").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void aPartnerRegistersAHandlerByTheSignatureOfItsOwner() {
    KeystoreKey owner = TestKeys.NEWCOMER;
    DeployedChain alpha = chains.chain("Alpha");
    String handler;
    try (Travel travel = new Travel(chains, kafka, jdbc)) {
      handler = travel.deployGreeter(alpha, owner.address());
    }
    String path = "/v1/onboarding/handlers/Alpha/" + handler;
    String unsigned = claim("01", Duration.ofHours(1), "");
    Answer statement = acme.post(path + "/statement", unsigned);
    assertThat(statement.text("statement"))
        .startsWith("Register handler Alpha:%s for partner acme.".formatted(handler));
    Hash digest = new Hash(statement.text("digest"));
    String signed = unsigned.replace("}", signature(owner, digest));

    assertThat(
            acme.post(path, unsigned.replace("}", signature(TestKeys.VALIDATOR_1, digest))).code())
        .isEqualTo("not-the-owner");
    assertThat(Caller.of(port, "thief", "partner").post(path, signed).code())
        .isEqualTo("not-the-owner");
    assertThat(acme.post(path, claim("01", Duration.ofHours(-1), "")).code())
        .isEqualTo("claim-expired");
    assertThat(operator.post(path, signed).status()).isEqualTo(403);
    assertThat(acme.post(path, signed).status()).isEqualTo(201);
    assertThat(acme.get("/v1/handlers/Alpha/" + handler).text("status")).isEqualTo("ACTIVE");
    assertThat(acme.post(path, signed).code()).isEqualTo("nonce-used");
    assertThat(
            Caller.of(port, "other", "partner")
                .post(path, claim("02", Duration.ofHours(1), ""))
                .code())
        .isEqualTo("handler-taken");
    String ours = alpha.handler(KIND).id().evmAddress().hex();
    assertThat(acme.post("/v1/onboarding/handlers/Alpha/" + ours, signed).code())
        .isEqualTo("handler-taken");

    chains.node("Alpha").rpc("anvil_setCode", handler, "0x60016000f3");
    DriftState drift =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            DriftState.class,
            one ->
                one.subject().equals("Alpha:" + handler)
                    && one.drifted().stream().anyMatch(it -> it.what().equals("handler.code")));
    assertThat(drift.drifted()).extracting(Drift::what).contains("handler.code", "handler.owner");
    String subject = "/v1/onboarding/drift/Alpha:" + handler + "/accept";
    assertThat(operator.post(subject, "{\"reason\": \"known\"}").status()).isEqualTo(200);
    assertThat(
            stream(operator.get("/v1/onboarding/drift").body().path("items"))
                .map(one -> one.path("drifted").size()))
        .containsExactly(0);
  }

  private static String claim(String nonce, Duration lifetime, String rest) {
    return """
    {"nonce": "0x%s", "expiresAt": "%s"%s}
    """
        .formatted(
            nonce.repeat(32), Instant.now().plus(lifetime).truncatedTo(ChronoUnit.SECONDS), rest)
        .strip();
  }

  private static String signature(KeystoreKey key, Hash digest) {
    return ", \"signature\": \"%s\"}".formatted(Hex.encode(key.sign(digest)));
  }

  private Answer applyAt(String url) {
    return acme.post(APPLICATIONS, paper("Beta", 31338, url));
  }

  private void assertPassed(String id, String step) {
    JsonNode latest = latest(check(id, step), step);
    assertThat(latest.path("verdict").asString()).as("%s", latest).isEqualTo("PASS");
    assertThat(latest.path("findings").size()).isPositive();
  }

  private void validators(String name) {
    try (Travel travel = new Travel(chains, kafka, jdbc)) {
      DeployedChain chain = chains.chain(name);
      List<EvmAddress> members =
          Views.addresses(travel.view(chain.name(), chain.verifier(), Views.ask("validators()")));
      String quoted = members.stream().map("\"%s\""::formatted).toList().toString();
      assertThat(
              operator
                  .put(
                      "/v1/validators/" + name,
                      "{\"required\": 2, \"validators\": %s}".formatted(quoted))
                  .status())
          .isEqualTo(201);
    }
  }

  private void routes() {
    String alpha = chains.chain("Alpha").handler(KIND).id().toString();
    String beta = chains.chain("Beta").handler(KIND).id().toString();
    for (List<String> ends : List.of(List.of(alpha, beta), List.of(beta, alpha))) {
      assertThat(
              operator
                  .put(
                      "/v1/routes",
                      "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(ends.get(0), ends.get(1)))
                  .status())
          .isEqualTo(201);
    }
  }

  private void awaitMessages(int count) {
    Awaitility.await()
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from onboarding_message m where settled is not null"
                                + " and (select count(*) from onboarding_signature s where s.txid ="
                                + " m.txid) = 2")
                        .query(Integer.class)
                        .single()
                    >= count);
  }
}
