// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway with what is behind it and two keys that open it; all its tests share one. */
@SuiteTest
public abstract class GatewayWorld {
  /** The key of a partner. */
  protected static final String PARTNER = "partner-key-of-the-test";

  /** An account that the partner pays from, in the spelling of EIP-55. */
  protected static final String PAYER = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  /** The key of an operator. */
  protected static final String OPERATOR = "operator-key-of-the-test";

  /** The key of an admin. */
  protected static final String ADMIN = "admin-key-of-the-test";

  protected static final StubService REGISTRY = StubService.start("registry");
  protected static final StubService GAS = StubService.start("gas");
  protected static final StubService ARTIFACT = StubService.start("artifact");
  protected static final StubService RELAYER = StubService.start("relayer");
  protected static final StubService OBSERVER = StubService.start("observer");

  /** Where operators sign in. */
  protected static final Issuer ISSUER = Issuer.start();

  @Autowired protected KafkaProbe kafka;
  @Autowired protected JdbcClient jdbc;
  @LocalServerPort private int port;

  protected Caller partner;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("settlement.gateway.api-keys-file", GatewayWorld::keys);
    registry.add("settlement.gateway.limits.requests-per-second", () -> "100000");
    registry.add("settlement.gateway.limits.burst", () -> "100000");
    registry.add("settlement.gateway.strangers.requests-per-second", () -> "5");
    registry.add("settlement.gateway.strangers.burst", () -> "1000");
    registry.add("server.tomcat.remoteip.internal-proxies", () -> "127.0.0.0/8,::1/128");
    registry.add("settlement.gateway.cors.allowed-origins", () -> "https://app.example");
    registry.add("settlement.gateway.operators.oidc.issuer", () -> Issuer.NAME);
    registry.add("settlement.gateway.operators.oidc.jwk-set-uri", ISSUER::jwkSetUri);
    registry.add("settlement.gateway.operators.oidc.audience", () -> Issuer.AUDIENCE);
    registry.add("settlement.gateway.console.sign-in.client-id", () -> "settlement-console");
    registry.add("settlement.gateway.console.sign-in.scope", () -> "openid offline_access");
    registry.add("settlement.gateway.console.sign-in.parameters.resource", () -> Issuer.AUDIENCE);
    registry.add("settlement.gateway.response-timeout", () -> "700ms");
    registry.add("settlement.gateway.services.registry", REGISTRY::address);
    registry.add("settlement.gateway.services.gas", GAS::address);
    registry.add("settlement.gateway.services.artifact", ARTIFACT::address);
    registry.add("settlement.gateway.services.relayer", RELAYER::address);
    registry.add("settlement.gateway.services.observer", OBSERVER::address);
    registry.add("settlement.gateway.webhooks.key-file", GatewayWorld::webhookKey);
    registry.add("settlement.gateway.webhooks.allow-private-targets", () -> "true");
    registry.add("settlement.gateway.webhooks.max-per-partner", () -> "3");
    registry.add("settlement.gateway.webhooks.poll-interval", () -> "50ms");
    registry.add("settlement.gateway.webhooks.timeout", () -> "2s");
    registry.add("settlement.gateway.webhooks.first-pause", () -> "100ms");
    registry.add("settlement.gateway.webhooks.longest-pause", () -> "200ms");
    registry.add("settlement.gateway.webhooks.attempts", () -> "4");
    registry.add("settlement.gateway.streams.poll-interval", () -> "50ms");
    registry.add("settlement.gateway.streams.heartbeat", () -> "200ms");
    registry.add("settlement.gateway.streams.max-streams-per-key", () -> "3");
  }

  @BeforeEach
  void forgetEverything() {
    jdbc.sql(
            """
            truncate message, timeline, timeline_archive, message_tx, message_standing,
              stream_line, artifact_event
            """)
        .update();
    REGISTRY.reset();
    GAS.reset();
    ARTIFACT.reset();
    RELAYER.reset();
    partner = caller(PARTNER);
  }

  /** Somebody with that key. */
  protected Caller caller(String key) {
    return new Caller(port, key);
  }

  /** Somebody with that token of the issuer. */
  protected Caller bearer(String token) {
    return new Caller(port, null, token);
  }

  /** Where the gateway is. */
  protected String address() {
    return "http://localhost:" + port;
  }

  /** Somebody without a key. */
  protected Caller stranger() {
    return new Caller(port, null);
  }

  private static Path webhookKey() {
    try {
      Path file = Files.createTempFile("webhooks", ".key");
      file.toFile().deleteOnExit();
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      return Files.writeString(file, Base64.getEncoder().encodeToString(key));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path keys() {
    try {
      Path file = Files.createTempFile("api-keys", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file,
          """
          [{"name": "acme", "sha256": "%s", "scopes": ["partner"], "payers": ["%s"]},
           {"name": "ops", "sha256": "%s", "scopes": ["partner", "operator"]},
           {"name": "root", "sha256": "%s", "scopes": ["admin"]}]
          """
              .formatted(sha256(PARTNER), PAYER, sha256(OPERATOR), sha256(ADMIN)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
