// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.Contracts;
import io.settlement.artifact.chain.ChainNodes;
import io.settlement.chain.Call;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.Signable;
import io.settlement.events.ArtifactEvent.PrimitiveChanged;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

class AdmissionTest extends ArtifactTest {
  @Autowired LiveCheck live;
  @Autowired SpecificationSchema schema;
  @Autowired ChainNodes nodes;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @LocalServerPort int port;

  private final String id = "vault-" + UUID.randomUUID().toString().substring(0, 8);
  private final String artifact = "BTC-" + id;

  @Test
  void aPrimitiveIsDraftedSubmittedRefusedSaidAnewAndAdmitted() {
    String hash = keep(Papers.of(id));
    body(HttpMethod.PUT, "", said(hash), 200).jsonPath("$.state").isEqualTo("DRAFT");
    body(HttpMethod.POST, "/admit", Map.of("reasons", List.of()), 409)
        .jsonPath("$.code")
        .isEqualTo("wrong-state");
    body(HttpMethod.POST, "/submit", Map.of(), 200).jsonPath("$.state").isEqualTo("SUBMITTED");
    body(HttpMethod.PUT, "", said(hash), 409).jsonPath("$.code").isEqualTo("wrong-state");
    body(HttpMethod.POST, "/refuse", Map.of("reasons", List.of()), 400)
        .jsonPath("$.code")
        .isEqualTo("reasons-missing");
    body(HttpMethod.POST, "/refuse", Map.of("reasons", List.of("no audit of 2026")), 200);
    body(HttpMethod.PUT, "", said(hash), 200);
    body(HttpMethod.POST, "/submit", Map.of(), 200);
    body(HttpMethod.POST, "/admit", Map.of("reasons", List.of("audited")), 200)
        .jsonPath("$.state")
        .isEqualTo("ADMITTED");

    live.check();

    body(HttpMethod.GET, "", null, 200)
        .jsonPath("$.primitive.finding")
        .isEqualTo("Nowhere: this service has no nodes of the chain")
        .jsonPath("$.steps.length()")
        .isEqualTo(7)
        .jsonPath("$.steps[2].reasons[0]")
        .isEqualTo("no audit of 2026")
        .jsonPath("$.steps[2].by")
        .isEqualTo("test-operator");
    assertThat(
            kafka.await(
                Topics.ARTIFACT_EVENTS,
                PrimitiveChanged.class,
                fact -> fact.primitive().equals(id),
                7))
        .extracting(PrimitiveChanged::stage)
        .containsSubsequence(
            PrimitiveStage.DRAFT,
            PrimitiveStage.SUBMITTED,
            PrimitiveStage.REFUSED,
            PrimitiveStage.ADMITTED);
  }

  @Test
  void aSpecificationIsReadBackByItsHashByteForByte() {
    byte[] paper = Papers.of(id);

    String hash = keep(paper);

    assertThat(keep(paper)).isEqualTo(hash);
    call(HttpMethod.GET, "/v1/specifications/" + hash, null, 200)
        .consumeWith(answer -> assertThat(answer.getResponseBody()).isEqualTo(paper));
  }

  @Test
  void everythingMissingOrContradictoryIsNamedWithItsPlace() {
    assertThat(schema.faults(Papers.of(id))).isEmpty();
    assertThat(schema.faults(Papers.of(id, "\"encryption\"", "\"cipher\"")))
        .anyMatch(fault -> fault.contains("encryption"));
    assertThat(schema.faults(Papers.of(id, "\"required\": 2", "\"required\": 4")))
        .singleElement()
        .asString()
        .startsWith("/securityMeasurements/multisig");
    assertThat(schema.faults(Papers.of(id, "\"hotPercent\": 10", "\"hotPercent\": 11")))
        .singleElement()
        .asString()
        .startsWith("/custodySolutions");
    assertThat(schema.faults("{".getBytes(UTF_8)))
        .singleElement()
        .asString()
        .startsWith("not JSON");
    post(Papers.of(id, "\"ERC-20\"", "\"BRC-20\""), 422)
        .jsonPath("$.code")
        .isEqualTo("invalid-specification");
  }

  @Test
  void aSpecificationOfAnotherPrimitiveIsRefused() {
    String hash = keep(Papers.of("some-other"));

    body(HttpMethod.PUT, "", said(hash), 422).jsonPath("$.code").isEqualTo("other-primitive");
    body(HttpMethod.PUT, "", said("0x" + "00".repeat(32)), 422)
        .jsonPath("$.code")
        .isEqualTo("unknown-specification");
    body(HttpMethod.GET, "", null, 404).jsonPath("$.code").isEqualTo("unknown-primitive");
  }

  @Test
  void aPrimitiveIsLiveWhileChainAndRegistryAgree() {
    byte[] paper = Papers.of(id);
    String hash = keep(paper);
    Contracts contracts = new Contracts(id, new Hash(hash), BigInteger.TEN);
    body(HttpMethod.PUT, "", said(hash, contracts), 200);
    body(HttpMethod.POST, "/submit", Map.of(), 200);
    body(HttpMethod.POST, "/admit", Map.of("reasons", List.of("audited")), 200);
    HandlerId handler = HandlerId.of(new ChainName("Alpha"), contracts.handler);
    expectFinding("Alpha: handler-registry does not know the handler " + handler);

    kafka.send(HandlerState.ofMessages(handler, Status.ACTIVE, Instant.now()));
    await().until(() -> registry.handler(handler).isPresent());
    expectFinding(null);
    body(HttpMethod.GET, "", null, 200).jsonPath("$.primitive.state").isEqualTo("LIVE");
    Call lifetime = Call.view(contracts.handler, ArtifactAbi.withdrawalLifetimeCall());
    byte[] seconds =
        nodes.of(new ChainName("Alpha")).orElseThrow().call(lifetime, FinalityTag.LATEST);
    assertThat(ArtifactAbi.number(seconds)).isEqualTo(86_400);

    contracts.send(
        Contracts.OWNER,
        contracts.registry,
        "removeSettlementArtifact",
        Contracts.address(contracts.token));
    expectFinding("Alpha: the registry does not list the artifact");
    body(HttpMethod.GET, "", null, 200).jsonPath("$.primitive.state").isEqualTo("ADMITTED");
  }

  @Test
  void aPartnerHandsAPrimitiveInBySignaturesOfTheArtifactsOwner() {
    byte[] paper = Papers.of(id);
    Contracts contracts = new Contracts(id, new Signable(paper).digest(), BigInteger.ONE);
    Contracts.node().mine(3);
    Map<String, Object> handedIn = new HashMap<>(said("unused", contracts));
    handedIn.remove("specification");
    handedIn.put("document", paper);
    partner("other-" + id + "/claims", handedIn, 422)
        .jsonPath("$.code")
        .isEqualTo("other-primitive");
    Handed one = handIn(handedIn);
    Handed other = handIn(handedIn);

    String signatures = id + "/claims/" + one.claim() + "/signatures";
    partner(signatures, signed(one.digest(), "%064x".formatted(7)), 422)
        .jsonPath("$.code")
        .isEqualTo("not-the-owner");
    partner(signatures, signed(other.digest(), Anvil.FIRST_KEY), 422)
        .jsonPath("$.code")
        .isEqualTo("not-the-owner");
    body(HttpMethod.GET, "", null, 404);
    partner(signatures, signed(one.digest(), Anvil.FIRST_KEY), 200)
        .jsonPath("$.state")
        .isEqualTo("SUBMITTED");
    partner(signatures, signed(one.digest(), Anvil.FIRST_KEY), 409)
        .jsonPath("$.code")
        .isEqualTo("nonce-used");
    partner(
            id + "/claims/" + other.claim() + "/signatures",
            signed(other.digest(), Anvil.FIRST_KEY),
            409)
        .jsonPath("$.code")
        .isEqualTo("primitive-taken");
    partner(id + "/claims", handedIn, 409).jsonPath("$.code").isEqualTo("primitive-taken");
    body(HttpMethod.GET, "", null, 200).jsonPath("$.steps[1].by").isEqualTo("test-partner");
    body(HttpMethod.POST, "/admit", Map.of("reasons", List.of("audited")), 200);
  }

  @Test
  void aPrimitiveWhoseContractsSayOtherwiseIsNotHandedIn() {
    byte[] paper = Papers.of(id);
    Contracts contracts = new Contracts(id, new Hash("0x" + "01".repeat(32)), BigInteger.TWO);
    Contracts.node().mine(3);
    Map<String, Object> handedIn = new HashMap<>(said("unused", contracts));
    handedIn.remove("specification");
    handedIn.put("document", paper);
    Handed one = handIn(handedIn);

    partner(
            id + "/claims/" + one.claim() + "/signatures",
            signed(one.digest(), Anvil.FIRST_KEY),
            422)
        .jsonPath("$.code")
        .isEqualTo("registration-differs")
        .jsonPath("$.detail")
        .isEqualTo("Alpha: the artifact names another specification, 0x" + "01".repeat(32));
    handedIn.put("expiresAt", "2020-01-01T00:00:00Z");
    partner(id + "/claims", handedIn, 422).jsonPath("$.code").isEqualTo("claim-expired");
    body(HttpMethod.GET, "", null, 404).jsonPath("$.code").isEqualTo("unknown-primitive");
  }

  private record Handed(String claim, Hash digest) {}

  private Handed handIn(Map<String, Object> said) {
    String[] found = new String[2];
    partner(id + "/claims", said, 201)
        .jsonPath("$.id")
        .value(String.class, value -> found[0] = value)
        .jsonPath("$.digest")
        .value(String.class, value -> found[1] = value);
    return new Handed(found[0], new Hash(found[1]));
  }

  private static Map<String, Object> signed(Hash digest, String key) {
    Sign.SignatureData made =
        Sign.signMessage(digest.bytes(), ECKeyPair.create(Numeric.toBigInt(key)), false);
    return Map.of(
        "signatures",
        List.of(
            Map.of("signature", Hex.encode(made.getR()) + bare(made.getS()) + bare(made.getV()))));
  }

  private static String bare(byte[] bytes) {
    return Hex.encode(bytes).substring(2);
  }

  private BodyContentSpec partner(String path, Object body, int status) {
    return call(HttpMethod.POST, "/v1/primitives/" + path, body, status, TestTokens.partner());
  }

  @Test
  void aLockUpThatTheDescriptorDoesNotEnforceIsRefusedWithBothNumbers() {
    String locked = "wsh(and_v(v:older(1008),multi(2,tpub/0/*,tpub/0/*)))";
    String silent = keep(Papers.of(id));
    body(HttpMethod.PUT, "", said(silent, locked), 200);
    body(HttpMethod.POST, "/submit", Map.of(), 422)
        .jsonPath("$.code")
        .isEqualTo("lock-up-differs")
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("1008", "not named"));
    body(HttpMethod.PUT, "", said(keep(bound(1007)), locked), 200);
    body(HttpMethod.POST, "/submit", Map.of(), 422)
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("1008", "1007"));
    body(HttpMethod.PUT, "", said(keep(bound(1008)), locked), 200);
    body(HttpMethod.POST, "/submit", Map.of(), 200);
    body(HttpMethod.POST, "/admit", Map.of("reasons", List.of("audited")), 200);
    body(HttpMethod.POST, "/revise", Map.of("specification", silent, "reasons", List.of("x")), 422)
        .jsonPath("$.code")
        .isEqualTo("lock-up-differs");
  }

  private byte[] bound(int blocks) {
    return Papers.of(
        id, "\"lockUpSeconds\": 0", "\"lockUpSeconds\": 0, \"unbondingBlocks\": " + blocks);
  }

  private Map<String, Object> said(String hash, String descriptor) {
    Map<String, Object> said = new HashMap<>(said(hash));
    said.put("descriptor", descriptor);
    return said;
  }

  private void expectFinding(@Nullable String finding) {
    Contracts.node().mine(3);
    live.check();
    body(HttpMethod.GET, "", null, 200).jsonPath("$.primitive.finding").isEqualTo(finding);
  }

  private Map<String, Object> said(String hash, Contracts contracts) {
    return Map.of(
        "artifact",
        artifact,
        "specification",
        hash,
        "deployments",
        List.of(
            Map.of(
                "chain", "Alpha",
                "token", contracts.token.hex(),
                "handler", contracts.handler.hex(),
                "registry", contracts.registry.hex(),
                "startBlock", 0)));
  }

  private Map<String, Object> said(String hash) {
    String random = UUID.randomUUID().toString().replace("-", "");
    return Map.of(
        "artifact",
        artifact,
        "specification",
        hash,
        "deployments",
        List.of(
            Map.of(
                "chain",
                "Nowhere",
                "token",
                "0x" + random + "00000001",
                "registry",
                "0x" + random + "00000002",
                "startBlock",
                0)));
  }

  private String keep(byte[] paper) {
    String[] hash = new String[1];
    post(paper, 200).jsonPath("$.hash").value(String.class, value -> hash[0] = value);
    return hash[0];
  }

  private BodyContentSpec post(byte[] paper, int status) {
    return call(HttpMethod.POST, "/v1/specifications", paper, status);
  }

  private BodyContentSpec body(HttpMethod method, String path, @Nullable Object body, int status) {
    return call(method, "/v1/primitives/" + id + path, body, status);
  }

  private BodyContentSpec call(HttpMethod method, String path, @Nullable Object body, int status) {
    return call(method, path, body, status, TestTokens.operator());
  }

  private BodyContentSpec call(
      HttpMethod method, String path, @Nullable Object body, int status, String token) {
    var request =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .method(method)
            .uri(path)
            .header(HttpHeaders.AUTHORIZATION, token);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return request.exchange().expectStatus().isEqualTo(status).expectBody();
  }
}
