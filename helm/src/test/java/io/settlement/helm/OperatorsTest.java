// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Objects of operators: their own definitions are not at hand, so what matters is looked at here.
 */
class OperatorsTest {
  @Test
  void noOperatorIsNeededUnlessItIsAskedFor() {
    Map<String, Object> nothing = Map.of("gatewayApi.enabled", false);

    assertThat(
            Chart.of("air-gapped", nothing).stream()
                .map(object -> object.apiVersion().replaceAll("/.*", ""))
                .filter(ChartTest.OPERATORS::contains))
        .isEmpty();
  }

  @Test
  void lagScalesWhatReadsKafka() {
    Map<String, Manifest> scaled =
        Chart.of("production", "ScaledObject").stream()
            .collect(Collectors.toMap(Manifest::component, object -> object));

    assertThat(scaled.keySet()).isEqualTo(Set.of("gas", "artifact", "courier"));
    scaled.forEach(
        (component, object) -> {
          assertThat(object.apiVersion()).isEqualTo("keda.sh/v1alpha1");
          Tree spec = object.tree().at("spec");
          assertThat(spec.at("scaleTargetRef", "name").text()).isEqualTo("suite-" + component);
          assertThat(spec.at("minReplicaCount").number())
              .isLessThan(spec.at("maxReplicaCount").number());
          Tree trigger = spec.at("triggers", 0);
          assertThat(trigger.at("type").text()).isEqualTo("kafka");
          assertThat(trigger.at("metadata").map().values())
              .allMatch(value -> value.value() instanceof String);
          assertThat(Chart.of("production", "Deployment", component).tree().at("spec", "replicas"))
              .isEqualTo(new Tree(null));
        });
  }

  @Test
  void prometheusFindsEveryComponent() {
    Manifest monitor = Chart.of("production", "ServiceMonitor").getFirst();
    Tree selector = monitor.tree().at("spec", "selector", "matchLabels");

    assertThat(monitor.tree().at("metadata", "labels", "release").text()).isEqualTo("prometheus");
    assertThat(monitor.tree().at("spec", "endpoints", 0, "path").text())
        .isEqualTo("/actuator/prometheus");
    for (Manifest service : Chart.of("production", "Service")) {
      assertThat(service.tree().at("metadata", "labels").map())
          .containsAllEntriesOf(selector.map());
      assertThat(service.tree().at("spec", "ports").list())
          .anyMatch(
              port -> port.at("name").equals(monitor.tree().at("spec", "endpoints", 0, "port")));
    }
  }

  @Test
  void theDoorIsARouteToTheGateway() {
    Tree route = Chart.of("air-gapped", "HTTPRoute").getFirst().tree();

    assertThat(route.at("apiVersion").text()).isEqualTo("gateway.networking.k8s.io/v1");
    assertThat(route.at("spec", "parentRefs", 0, "name").text()).isEqualTo("inside");
    assertThat(route.at("spec", "rules", 0, "backendRefs", 0, "name").text())
        .isEqualTo(Chart.of("air-gapped", "Service", "gateway").name());
    assertThat(route.at("spec", "rules", 0, "timeouts", "request").text()).isEqualTo("20m");
  }

  @Test
  void theReleasesOwnDatabasesAreThoseThatAreTold() {
    Tree cluster = Chart.of("dev", "Cluster").getFirst().tree();
    Set<String> databases =
        Chart.of("dev", "Database").stream()
            .map(database -> database.tree().at("spec", "name").text())
            .collect(Collectors.toSet());

    assertThat(databases).isEqualTo(Set.of("gateway", "registry", "gas", "artifact", "relayer"));
    assertThat(
            cluster.at("spec", "managed", "roles").list().stream()
                .map(role -> role.at("name").text())
                .collect(Collectors.toSet()))
        .isEqualTo(databases);
    for (Manifest deployment : Chart.of("dev", "Deployment")) {
      String url =
          Chart.of("dev", "ConfigMap", deployment.component())
              .application()
              .at("spring", "datasource", "url")
              .text()
              .replaceFirst("\\?.*", "");
      assertThat(url).startsWith("jdbc:postgresql://suite-postgresql-rw:5432/");
      assertThat(databases).contains(url.substring(url.lastIndexOf('/') + 1));
    }
  }

  @Test
  void theReleasesOwnKafkaIsTheOneThatIsTold() {
    Manifest kafka = Chart.of("dev", "Kafka").getFirst();
    Manifest pool = Chart.of("dev", "KafkaNodePool").getFirst();

    assertThat(pool.tree().at("metadata", "labels", "strimzi.io/cluster").text())
        .isEqualTo(kafka.name());
    assertThat(
            Chart.of("dev", "ConfigMap", "gateway")
                .application()
                .at("spring", "kafka", "bootstrap-servers")
                .text())
        .isEqualTo(kafka.name() + "-kafka-bootstrap:9093");
  }

  @Test
  void secretsComeFromTheStore() {
    Map<String, Tree> secrets =
        Chart.of("validator-only", "ExternalSecret").stream()
            .collect(Collectors.toMap(Manifest::name, object -> object.tree().at("spec")));

    assertThat(secrets.keySet()).isEqualTo(Set.of("settlement-internal-key", "validator-key"));
    secrets.forEach(
        (name, spec) -> {
          assertThat(spec.at("target", "name").text()).isEqualTo(name);
          assertThat(spec.at("secretStoreRef", "name").text()).isEqualTo("vault");
          assertThat(spec.at("data").list()).isNotEmpty();
          assertThat(spec.at("data").list())
              .allMatch(entry -> entry.at("remoteRef", "key").isThere());
        });
  }
}
