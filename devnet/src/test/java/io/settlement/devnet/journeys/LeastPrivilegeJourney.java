// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.Jvm;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.process.ServiceJar;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Kafka and PostgreSQL refuse to each of the services, in the world where other journeys pass.
 */
@Execution(ExecutionMode.CONCURRENT)
class LeastPrivilegeJourney {
  private static final String NOT_ALLOWED = "42501";
  private static final String NO_WAY_IN = "28000";
  private static final String WRONG_PASSWORD = "28P01";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @ParameterizedTest(name = "{0} writes nothing to {1}")
  @CsvSource({
    "gateway, settlement.messages",
    "gateway, settlement.gas",
    "gas, settlement.messages",
    "gas, settlement.registry",
    "artifact, settlement.gas",
    "registry, settlement.messages",
    "relayer, settlement.attestations",
    "relayer, settlement.registry",
    "validator1, settlement.messages",
    "validator1, settlement.deliveries"
  })
  void aServiceWritesNoFactsOfOthers(String service, String topic) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Told.of(service).kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, new byte[0])).get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void aValidatorCannotReadInTheNameOfAnother() {
    Map<String, Object> settings = Told.of("validator1").kafka();
    settings.put("group.id", "validator-" + account(1));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
      consumer.subscribe(List.of("settlement.messages"));
      assertThatThrownBy(() -> consumer.poll(PATIENCE))
          .isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void aServiceReadsOnlyWhatItIsDeclaredToRead() {
    TopicPartition foreign = new TopicPartition("settlement.psbt", 0);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(Told.of("registry").kafka())) {
      consumer.assign(List.of(foreign));
      assertThatThrownBy(
              () -> {
                consumer.seekToBeginning(List.of(foreign));
                consumer.poll(PATIENCE);
              })
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void noServiceMakesOrDeletesTopics() {
    try (Admin admin = Admin.create(Told.of("relayer").kafka())) {
      NewTopic topic = new NewTopic("settlement.another", 1, (short) 1);
      assertThatThrownBy(() -> admin.createTopics(Set.of(topic)).all().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
      assertThatThrownBy(() -> admin.deleteTopics(Set.of("settlement.deliveries")).all().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void kafkaAnswersNobodyWithoutTls() {
    Map<String, Object> plain = Told.of("gas").kafka();
    plain.put("security.protocol", "SASL_PLAINTEXT");
    assertThatThrownBy(() -> cluster(plain)).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void kafkaIsNotBelievedWithAnothersCertificate() {
    Map<String, Object> trusting = Told.of("gas").kafka();
    trusting.remove("ssl.truststore.type");
    trusting.remove("ssl.truststore.location");
    assertThatThrownBy(() -> cluster(trusting))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void kafkaLetsNobodyInWithAWrongPassword() {
    Map<String, Object> guessing = Told.of("gas").kafka();
    guessing.put("sasl.jaas.config", wrongLogin("gas"));
    assertThatThrownBy(() -> cluster(guessing))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "gas        | alter table gas_account add column mine text",
        "gas        | drop table gas_entry",
        "gas        | create table mine (id int)",
        "gas        | truncate gas_account",
        "gas        | update gas_entry set amount = 0",
        "gas        | delete from gas_entry",
        "gas        | delete from gas_receipt",
        "gas        | update flyway_schema_history set success = true",
        "artifact   | alter table entry disable trigger all",
        "artifact   | delete from entry",
        "artifact   | update statement set text = ''",
        "relayer    | delete from audit",
        "validator1 | delete from signed_digest",
        "validator1 | update signed_digest set digest = ''",
        "validator1 | drop table signed_digest",
        "registry   | delete from onboarding_entry",
        "gateway    | update audit set actor = 'nobody'",
        "gateway    | delete from audit",
        "gateway    | truncate audit",
        "gateway    | alter table audit disable trigger all",
        "gateway    | drop table api_key"
      })
  void aServiceCannotChangeItsTablesNorWhatIsWrittenOnce(String service, String statement)
      throws SQLException {
    try (Connection connection = Told.of(service).database()) {
      assertThatThrownBy(() -> connection.createStatement().execute(statement))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
    }
  }

  @Test
  void aServiceCannotReadTheDatabaseOfAnother() throws SQLException {
    Told gas = Told.of("gas");
    refused(() -> gas.database(Told.of("registry").at("spring.datasource.url"), password(gas)))
        .isEqualTo(NO_WAY_IN);
    try (Connection connection = gas.database();
        var asked =
            connection
                .createStatement()
                .executeQuery(
                    "select datname from pg_database where datname <> current_database()"
                        + " and not datistemplate and datname <> 'postgres'"
                        + " and has_database_privilege(datname, 'connect')")) {
      assertThat(asked.next()).isFalse();
    }
  }

  @Test
  void postgresqlAnswersNobodyWithoutTls() {
    Told gas = Told.of("gas");
    String plain = gas.at("spring.datasource.url").replaceAll("\\?.*", "?sslmode=disable");
    refused(() -> gas.database(plain, password(gas))).isEqualTo(NO_WAY_IN);
  }

  @Test
  void postgresqlLetsNobodyInWithAWrongPassword() {
    Told gas = Told.of("gas");
    refused(() -> gas.database(gas.at("spring.datasource.url"), "wrong")).isEqualTo(WRONG_PASSWORD);
  }

  @Test
  @Timeout(120)
  void aServiceWithAWrongPasswordEndsAndNamesTheReason() {
    assertThat(
            startGateway(
                "no-kafka", "spring.kafka.properties.sasl.jaas.config", wrongLogin("gateway")))
        .contains("do not trust each other")
        .contains("as user gateway")
        .contains("invalid credentials");
    assertThat(startGateway("no-database", "spring.flyway.password", "wrong"))
        .contains("do not trust each other")
        .contains("password authentication failed for user \\\"gateway_owner\\\"");
  }

  /** What a further gateway says that is told something else, until it ends by itself. */
  private static String startGateway(String name, String setting, String value) {
    RunFolder folder = new RunFolder(SharedWorld.world().file().folder());
    ServiceJar jar = ServiceJar.of(SharedWorld.root(), "gateway", folder);
    List<String> command = Jvm.quick(256);
    command.addAll(List.of("-jar", jar.jar().toString(), "--server.port=0"));
    command.add("--spring.config.additional-location=file:" + Told.of("gateway").file());
    command.add("--" + setting + "=" + value);
    Child child = Child.start(folder, name, command, Map.of());
    try {
      assertThat(child.exitCode()).isEqualTo(1);
      return child.lastLines(200);
    } finally {
      child.end(Duration.ZERO);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void cluster(Map<String, Object> settings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(settings)) {
      admin.describeCluster().nodes().get();
    }
  }

  private static String wrongLogin(String user) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"wrong\";"
        .formatted(user);
  }

  private static String password(Told told) {
    return told.at("spring.datasource.password");
  }

  private static String account(int validator) {
    return SharedWorld.world().file().validators().get(validator).open().address().toString();
  }

  private interface Opening {
    Connection open() throws SQLException;
  }

  private static AbstractStringAssert<?> refused(Opening opening) {
    try (Connection opened = opening.open()) {
      throw new AssertionError("let in: " + opened);
    } catch (SQLException e) {
      return assertThat(e.getSQLState());
    }
  }
}
