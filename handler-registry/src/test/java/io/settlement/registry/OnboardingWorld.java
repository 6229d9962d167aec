// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.registry.Caller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Alpha is in use, Beta wants to come in: two real chains with the contracts, one service. All
 * tests of this world share its context; the chains end with the process.
 */
@SuiteTest(
    properties = {
      "settlement.onboarding.allow-private-addresses=true",
      "settlement.onboarding.connect-timeout=500ms",
      "settlement.onboarding.answer-timeout=500ms",
      "settlement.onboarding.drift-interval=300ms",
      "settlement.conformance.look-interval=100ms",
      "settlement.conformance.renew-interval=400ms",
      "settlement.conformance.lease=2s",
      "settlement.conformance.load.calls-per-second=1000",
      "settlement.conformance.nightly=-",
      "settlement.probation.stages=100,1000",
      "settlement.facts.batch-wait-ms=40"
    })
public abstract class OnboardingWorld {
  protected static final String APPLICATIONS = "/v1/onboarding/applications";
  protected static final String KIND = "mintBurn";
  protected static final DeployedChains chains = DeployedChains.start();

  @LocalServerPort protected int port;
  @Autowired protected KafkaProbe kafka;
  @Autowired protected JdbcClient jdbc;

  protected Caller operator;
  protected Caller acme;

  /** The operator's own nodes: of Alpha, which is in use. */
  @DynamicPropertySource
  static void ownNodes(DynamicPropertyRegistry properties) {
    DeployedChain alpha = chains.chain("Alpha");
    String at = "settlement.chains[0].";
    properties.add(at + "name", () -> "Alpha");
    properties.add(at + "chain-id", alpha::chainId);
    properties.add(at + "rpc-urls", alpha::rpcUrl);
    properties.add(at + "settlement", alpha.settlement()::hex);
    properties.add(at + "gas-service", alpha.gasService()::hex);
    properties.add(at + "verifier", alpha.verifier()::hex);
    Path key = signingKey();
    properties.add("settlement.conformance.signing-key-file", () -> key);
    properties.add("settlement.conformance.fork.anvil", Anvil::program);
  }

  /** As openssl writes one. */
  private static Path signingKey() {
    try {
      byte[] encoded =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      Path file = Files.createTempFile("signing", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file,
          "-----BEGIN PRIVATE KEY-----%n%s%n-----END PRIVATE KEY-----%n"
              .formatted(Base64.getEncoder().encodeToString(encoded)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void empty() {
    jdbc.sql(
            """
            truncate chain, handler, route, validator_set, probation_day, onboarding_application, onboarding_entry,
              onboarding_check, onboarding_step, onboarding_deployment, onboarding_handler,
              onboarding_message, onboarding_signature, onboarding_sighting, admitted_nodes, drift_baseline,
              handler_claim, registration, registration_signature, token, probation, probation_entry,
              probation_fault, probation_trouble, conformance_run, conformance_finding, conformance_waiver, conformance_report
            """)
        .update();
    operator = Caller.operator(port);
    acme = Caller.of(port, "acme", "partner");
    book("Alpha");
  }

  protected String application() {
    Answer answer = apply("Beta", 31338);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("id");
  }

  protected Answer apply(String name, long chainId) {
    return acme.post(APPLICATIONS, paper(name, chainId, chains.chain("Beta").rpcUrl()));
  }

  protected static String paper(String name, long chainId, String url) {
    return """
    {"chain": "%s", "chainId": %d,
     "providers": [{"url": "%s", "operator": "Nodes Ltd"}],
     "contacts": [{"name": "Desk", "email": "desk@example.org"}],
     "documents": [{"kind": "finality", "url": "https://example.org/finality"}]}
    """
        .formatted(name, chainId, url);
  }

  protected static String at(String id, String what) {
    return APPLICATIONS + "/" + id + "/" + what;
  }

  protected Answer decide(String id, String action) {
    return operator.post(
        at(id, "decisions"), "{\"action\": \"%s\", \"reason\": \"because\"}".formatted(action));
  }

  protected Answer check(String id, String step) {
    return acme.post(at(id, "steps/" + step + "/check"));
  }

  protected Answer waive(String id, String step) {
    return operator.post(at(id, "steps/" + step + "/waive"), "{\"reason\": \"because\"}");
  }

  protected String onTestnet() {
    String id = application();
    decide(id, "REVIEW");
    operator.post(
        at(id, "decisions"), "{\"action\": \"SCHEDULE_CALL\", \"at\": \"2027-01-04T10:00:00Z\"}");
    decide(id, "HOLD_CALL");
    waive(id, "CONFORMANCE_PASSED");
    return id;
  }

  protected void stateDeployment(String id, String network) {
    Answer answer = acme.put(at(id, "deployments/" + network), deployment("Beta"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  protected static String deployment(String name) {
    DeployedChain chain = chains.chain(name);
    DeployedHandler handler = chain.handler(KIND);
    return """
    {"settlement": "%s", "verifier": "%s", "gasService": "%s",
     "handlers": [{"address": "%s", "token": "%s", "decimals": 8, "mode": "MINT_BURN",
                   "counterparts": ["%s"]}]}
    """
        .formatted(
            chain.settlement(),
            chain.verifier(),
            chain.gasService(),
            handler.id().evmAddress(),
            handler.token(),
            chains.chain("Alpha").handler(KIND).id());
  }

  protected static JsonNode latest(Answer answer, String step) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return stream(answer.body().path("steps"))
        .filter(one -> one.path("step").asString().equals(step))
        .findFirst()
        .orElseThrow()
        .path("latest");
  }

  protected static List<String> findings(Answer answer, String step) {
    return stream(latest(answer, step).path("findings"))
        .map(one -> one.path("id").asString() + " " + one.path("verdict").asString())
        .toList();
  }

  protected static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  protected void book(String name) {
    DeployedChain chain = chains.chain(name);
    String body =
        """
        {"chainId": %d, "settlement": "%s", "gasService": "%s", "verifier": "%s"}
        """
            .formatted(chain.chainId(), chain.settlement(), chain.gasService(), chain.verifier());
    assertThat(operator.put("/v1/chains/" + name, body).status()).isLessThan(300);
    DeployedHandler handler = chain.handler(KIND);
    String moved =
        """
        {"token": "%s", "decimals": 8, "mode": "MINT_BURN", "artifact": "BTC"}
        """
            .formatted(handler.token());
    assertThat(
            operator.put("/v1/handlers/" + name + "/" + handler.id().evmAddress(), moved).status())
        .isLessThan(300);
  }
}
