// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How components come to Kafka and PostgreSQL. */
class BackingTest {
  private static final Tree KAFKA = Chart.yaml(Chart.FOLDER.resolve("files/kafka.json"));

  @ParameterizedTest
  @ValueSource(strings = {"production", "validator-only"})
  void eachComponentComesToKafkaAsItselfAndBelievesItsAuthorityAlone(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      Tree kafka = told(set, deployment).at("spring", "kafka");

      assertThat(kafka.at("security", "protocol").text()).isEqualTo("SASL_SSL");
      assertThat(kafka.at("ssl", "trust-store-location").text())
          .isEqualTo("file:/etc/settlement/secrets/kafka-ca/ca.crt");
      assertThat(kafka.at("properties", "sasl.jaas.config").text())
          .contains("username=\"${kafka.username}\" password=\"${kafka.password}\"");
      assertThat(told(set, deployment).at("settlement", "kafka", "topics", "create").value())
          .isEqualTo(false);
      assertThat(properties(deployment))
          .containsEntry("kafka.password", "settlement-kafka-" + deployment.component())
          .containsEntry("kafka.username", "settlement-kafka-" + deployment.component());
      assertThat(files(deployment)).containsEntry("files-kafka-ca", "settlement-kafka-ca");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "validator-only", "dev"})
  void postgresqlIsBelievedByItsAuthorityAlone(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      assertThat(told(set, deployment).at("spring", "datasource", "url").text())
          .endsWith(
              "?sslmode=verify-full&sslrootcert=/etc/settlement/secrets/postgresql-ca/ca.crt");
      assertThat(files(deployment)).containsKey("files-postgresql-ca");
    }
  }

  @Test
  void jobsMakeTopicsAndTablesAndPodsMakeNeither() {
    List<Manifest> jobs = Chart.of("production", "Job");

    assertThat(jobs).isNotEmpty();
    for (Manifest job : jobs) {
      assertThat(properties(job))
          .containsEntry("kafka.password", "settlement-kafka-topics")
          .doesNotContainKey("spring.flyway.password");
      assertThat(properties(job).get("spring.datasource.password")).endsWith("-owner");
      Tree told =
          Chart.of("production", "ConfigMap").stream()
              .filter(map -> map.name().equals(job.name()))
              .findFirst()
              .orElseThrow()
              .application();
      assertThat(told.at("settlement", "kafka", "topics", "create").isThere()).isFalse();
    }
  }

  @Test
  void whoMigratesAsItStartsDoesSoAsTheOwner() {
    Manifest validator = Chart.of("validator-only", "Deployment", "validator");

    assertThat(properties(validator))
        .containsEntry("spring.flyway.user", "settlement-db-validator-owner")
        .containsEntry("spring.flyway.password", "settlement-db-validator-owner")
        .containsEntry("spring.datasource.password", "settlement-db-validator");
  }

  @Test
  void theReleasesOwnKafkaLetsUsersDoWhatTheCodeNeedsAndNoMore() {
    List<Manifest> users = Chart.of("dev", "KafkaUser");

    assertThat(users.stream().map(Manifest::name).collect(Collectors.toSet()))
        .isEqualTo(
            Chart.of("dev", "Deployment").stream().map(Manifest::name).collect(Collectors.toSet()));
    Tree listener = Chart.of("dev", "Kafka").getFirst().tree().at("spec", "kafka", "listeners", 0);
    assertThat(listener.at("tls").value()).isEqualTo(true);
    assertThat(listener.at("authentication", "type").text()).isEqualTo("scram-sha-512");
    for (Manifest user : users) {
      Tree declared = KAFKA.at("users", user.name().replace("suite-", ""));
      Tree spec = user.tree().at("spec");
      assertThat(spec.at("authentication", "type").text()).isEqualTo("scram-sha-512");
      assertThat(granted(spec, "topic", "Read"))
          .isEqualTo(Set.copyOf(declared.at("reads").texts()));
      assertThat(granted(spec, "group", "Read"))
          .isEqualTo(Set.copyOf(declared.at("groups").texts()));
      assertThat(granted(spec, "topic", "Write"))
          .isEqualTo(
              Stream.of("writes", "deadLetters")
                  .flatMap(words -> declared.at(words).texts().stream())
                  .collect(Collectors.toSet()));
      assertThat(granted(spec, "topic", "Describe")).isEqualTo(Set.of("settlement."));
      Manifest deployment = Chart.of("dev", "Deployment", user.name().replace("suite-", ""));
      assertThat(properties(deployment)).containsEntry("kafka.password", user.name());
      assertThat(
              told("dev", deployment)
                  .at("spring", "kafka", "properties", "sasl.jaas.config")
                  .text())
          .contains("username=\"" + user.name() + "\"");
    }
  }

  @Test
  void theReleasesOwnKafkaHasEveryTopic() {
    Map<String, Tree> topics =
        Chart.of("dev", "KafkaTopic").stream()
            .collect(Collectors.toMap(Manifest::name, object -> object.tree().at("spec")));

    assertThat(topics).hasSameSizeAs(KAFKA.at("topics").list());
    for (Tree declared : KAFKA.at("topics").list()) {
      Tree topic = requireNonNull(topics.get(declared.at("name").text()));
      assertThat(topic.at("config").map()).containsAllEntriesOf(declared.at("config").map());
      assertThat(topic.at("partitions").number())
          .isEqualTo(Boolean.TRUE.equals(declared.at("deadLetters").value()) ? 1 : 4);
    }
  }

  @Test
  void aComponentWithoutAUserIsRefused() {
    assertThatThrownBy(() -> Chart.of("production", Map.of("components.gas.kafka.secret.name", "")))
        .hasMessageContaining("components.gas.kafka.secret.name is missing");
  }

  private static Set<String> granted(Tree spec, String type, String operation) {
    return spec.at("authorization", "acls").list().stream()
        .filter(acl -> acl.at("resource", "type").text().equals(type))
        .filter(acl -> acl.at("operations").texts().contains(operation))
        .map(acl -> acl.at("resource", "name").text())
        .collect(Collectors.toSet());
  }

  private static Tree told(String set, Manifest deployment) {
    return Chart.of(set, "ConfigMap", deployment.component()).application();
  }

  /** Each property that comes from a Secret, and from which. */
  private static Map<String, String> properties(Manifest pods) {
    return volumes(pods)
        .filter(volume -> volume.at("name").text().equals("properties"))
        .flatMap(volume -> volume.at("projected", "sources").list().stream())
        .flatMap(
            source ->
                source.at("secret", "items").list().stream()
                    .map(
                        item ->
                            Map.entry(item.at("path").text(), source.at("secret", "name").text())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Each folder of files, and the Secret they are from. */
  private static Map<String, String> files(Manifest pods) {
    return volumes(pods)
        .filter(volume -> volume.at("secret").isThere())
        .collect(
            Collectors.toMap(
                volume -> volume.at("name").text(),
                volume -> volume.at("secret", "secretName").text()));
  }

  private static Stream<Tree> volumes(Manifest pods) {
    return pods.pod().at("volumes").list().stream();
  }
}
