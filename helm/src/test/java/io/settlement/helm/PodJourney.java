// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.KafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Wallet;
import org.web3j.protocol.ObjectMapperFactory;

/** With what the chart renders, services start, and say the truth to their probes. */
class PodJourney {
  private static final String PASSWORD = "of-this-run-alone";
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration NOTICE = Duration.ofSeconds(45);

  @TempDir private Path folder;
  private EmbeddedPostgres database;
  private KafkaBroker kafka;

  @BeforeEach
  void neighbours() throws IOException {
    database = EmbeddedPostgres.builder().start();
    kafka = KafkaBroker.start();
  }

  @AfterEach
  void end() throws IOException {
    kafka.close();
    database.close();
  }

  @Test
  void neitherKafkaNorTheDatabaseEndAPodButItIsNotAskedWithoutThem() throws Exception {
    for (InstallGuide.Statement statement : InstallGuide.database("registry")) {
      List<String> made =
          statement.makesStatements()
              ? texts(statement.database(), statement.sql())
              : List.of(statement.sql());
      for (String one : made) {
        in(statement.database(), one);
      }
    }
    sql("alter role registry_owner password '%s'".formatted(PASSWORD));
    sql("alter role registry password '%s'".formatted(PASSWORD));
    List<Manifest> rendered =
        rendered(
            "dev",
            Map.of(
                "migrations.mode", "job",
                "components.registry.database.ownerSecret.name", "owner-registry",
                "components.gateway.database.ownerSecret.name", "unused",
                "components.gas.database.ownerSecret.name", "unused",
                "components.artifact.database.ownerSecret.name", "unused",
                "components.courier.database.ownerSecret.name", "unused"));
    Map<String, Map<String, String>> secrets = secrets("registry");
    secrets.put("owner-registry", Map.of("username", "registry_owner", "password", PASSWORD));

    try (Pod job = pod(rendered, "Job", "suite-registry-migrate", "registry", secrets)) {
      assertThat(job.ended(START)).as(job.lastLines()).isZero();
    }
    assertThat(value("registry", "select count(*) from flyway_schema_history where success"))
        .isGreaterThan(5);

    try (Pod pod = pod(rendered, "Deployment", "suite-registry", "registry", secrets)) {
      awaitReady(pod);
      assertThat(
              value("postgres", "select count(*) from pg_stat_activity where usename = 'registry'"))
          .isPositive();
      assertThat(
              value(
                  "registry",
                  "select count(*) from pg_tables where schemaname = 'public' and tableowner <> 'registry_owner'"))
          .isZero();

      sql("alter database registry with allow_connections false");
      sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'registry'");
      awaitUnready(pod);
      sql("alter database registry with allow_connections true");
      awaitReady(pod);

      kafka.close();
      awaitUnready(pod);
      assertThat(pod.asked("/v1/chains")).as("requests work without Kafka").isEqualTo(401);

      assertThat(pod.stopped()).as("ended in good order by TERM").isEqualTo(143);
    }
  }

  /** Each with the set it is installed by; nodes are away, which is no reason not to start. */
  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(
      strings = {"gateway", "registry", "gas", "artifact", "observer", "courier", "validator"})
  void everyComponentStartsWithWhatTheChartTellsIt(String component) throws Exception {
    String set = component.equals("validator") ? "validator-only" : "dev";
    List<Manifest> rendered = rendered(set, Map.of());
    Manifest deployment = workload(rendered, "Deployment", "suite-" + component);
    String name = Chart.values().at("components", component, "database", "name").text();
    sql("create role %s login password '%s'".formatted(name, PASSWORD));
    sql("create database %s owner %s".formatted(name, name));

    try (Pod pod = Pod.start(rendered, deployment, component, folder, secrets(name))) {
      awaitReady(pod);
    }
  }

  private void awaitReady(Pod pod) {
    Awaitility.await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> !pod.isAlive() || pod.probed("readinessProbe") == 200);
    assertThat(pod.isAlive()).as(pod.lastLines()).isTrue();
    assertThat(pod.probed("startupProbe")).isEqualTo(200);
  }

  private static void awaitUnready(Pod pod) {
    Awaitility.await()
        .atMost(NOTICE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              assertThat(pod.probed("livenessProbe")).isEqualTo(200);
              assertThat(pod.probed("readinessProbe")).isEqualTo(503);
            });
    assertThat(pod.probed("livenessProbe")).isEqualTo(200);
  }

  private Pod pod(
      List<Manifest> rendered,
      String kind,
      String name,
      String component,
      Map<String, Map<String, String>> secrets)
      throws IOException {
    return Pod.start(rendered, workload(rendered, kind, name), component, folder, secrets);
  }

  private static Manifest workload(List<Manifest> rendered, String kind, String name) {
    return rendered.stream()
        .filter(object -> object.toString().equals(kind + "/" + name))
        .findFirst()
        .orElseThrow();
  }

  /** The set, with PostgreSQL and Kafka of this test, and ports that are free. */
  private List<Manifest> rendered(String set, Map<String, Object> more) throws IOException {
    Map<String, Object> values = new HashMap<>();
    values.put("kafka.strimzi.enabled", false);
    values.put("kafka.bootstrapServers", kafka.address());
    values.put("postgresql.cloudNativePg.enabled", false);
    values.put("postgresql.host", "localhost");
    values.put("postgresql.port", database.getPort());
    values.put("config.settlement.kafka.replication", 1);
    values.put("config.settlement.kafka.partitions", 1);
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      values.put("defaults.port", one.getLocalPort());
      values.put("defaults.managementPort", other.getLocalPort());
    }
    values.putAll(more);
    return Chart.of(set, values);
  }

  /** What docs/install.md lets one create, for a component with that database. */
  private Map<String, Map<String, String>> secrets(String database) throws Exception {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String key = Base64.getEncoder().encodeToString(random);
    String keystore =
        ObjectMapperFactory.getObjectMapper()
            .writeValueAsString(
                Wallet.createLight(
                    PASSWORD, ECKeyPair.create(new java.math.BigInteger(1, random))));
    Map<String, Map<String, String>> secrets = new HashMap<>();
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(3072);
    KeyPair internal = pairs.generateKeyPair();
    secrets.put(
        "settlement-gateway-key",
        Map.of("internal.key", pem("PRIVATE KEY", internal.getPrivate())));
    secrets.put(
        "settlement-internal-key", Map.of("internal.key", pem("PUBLIC KEY", internal.getPublic())));
    secrets.put("settlement-webhooks", Map.of("webhooks.key", key));
    secrets.put(
        "settlement-api-keys",
        Map.of(
            "api-keys.json",
            "[{\"name\": \"root\", \"sha256\": \"%s\", \"scopes\": [\"admin\"]}]"
                .formatted(HexFormat.of().formatHex(random))));
    secrets.put("settlement-db-" + database, Map.of("username", database, "password", PASSWORD));
    secrets.put("settlement-lanes", Map.of("alpha-0.json", keystore, "alpha-0.password", PASSWORD));
    secrets.put(
        "validator-key", Map.of("validator.json", keystore, "validator.password", PASSWORD));
    return secrets;
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  private void sql(String statement) throws SQLException {
    in("postgres", statement);
  }

  private void in(String name, String statement) throws SQLException {
    try (Connection connection = database.getDatabase("postgres", name).getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private List<String> texts(String name, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.getDatabase("postgres", name).getConnection();
        Statement sql = connection.createStatement();
        ResultSet result = sql.executeQuery(query)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }

  private long value(String name, String query) throws SQLException {
    try (Connection connection = database.getDatabase("postgres", name).getConnection();
        Statement sql = connection.createStatement();
        ResultSet result = sql.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
