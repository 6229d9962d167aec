// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart does not install. */
class RefusalsTest {
  @ParameterizedTest
  @CsvSource({
    "components.gas.replica, 2",
    "components.relayer.enabled, true",
    "components.gas.replicas, -1",
    "defaults.port, 80",
    "defaults.image.digest, latest",
    "components.gas.image.pullPolicy, Sometimes",
    "kafka.bootstrapServers, nowhere",
    "migrations.mode, by-hand",
    "defaults.autoscaling.cpu.percent, 0",
    "defaults.podDisruptionBudget.maxUnavailable, 0",
    "monitoring.rules.alerts.LaneParked.severity, urgent",
    "networkPolicy.gatewayFrom[0].nameSpaceSelector.matchLabels.team, one",
    "networkPolicy.egress.nodes.to[0].ipBlock.cidr, 10.0.0.1",
    "networkPolicy.egress.webhook.ports[0], 443",
    "defaults.tolerations[0].effect, NoRun",
    "defaults.affinity.nodeAfinity.x, 1",
    "gatewayApi.parentRefs[0].sectionname, https",
    "gatewayApi.timeout, forever",
    "replicas, 3"
  })
  void aWrongValueIsRefusedByTheSchema(String path, String value) {
    Object typed = value.matches("-?[0-9]+") ? (Object) Integer.valueOf(value) : value;
    assertThatThrownBy(() -> Chart.of("air-gapped", Map.of(path, typed)))
        .hasMessageContaining("don't meet the specifications of the schema");
  }

  /** But for what Spring is told, and what is Kubernetes' own business. */
  @Test
  void noWordIsTakenThatTheSchemaDoesNotKnow() {
    Tree schema = Chart.yaml(Chart.FOLDER.resolve("values.schema.json"));

    assertThat(open("", schema))
        .containsExactlyInAnyOrder(
            "/$defs/component/properties/config",
            "/$defs/component/properties/affinity/properties/nodeAffinity/properties/requiredDuringSchedulingIgnoredDuringExecution",
            "/properties/config",
            "/properties/global");
  }

  /** Objects in the schema whose members it does not name. */
  private static List<String> open(String path, Tree node) {
    List<String> open = new ArrayList<>();
    boolean closed = node.at("additionalProperties").isThere() || node.at("enum").isThere();
    if (node.at("type").text().equals("object") && !closed) {
      open.add(path);
    }
    node.map().forEach((key, below) -> open.addAll(open(path + "/" + key, below)));
    for (Tree below : node.list()) {
      open.addAll(open(path, below));
    }
    return open;
  }

  @Test
  void aValidatorBesideACourierIsRefused() {
    assertThatThrownBy(() -> Chart.of("validator-only", Map.of("components.courier.enabled", true)))
        .hasMessageContaining("schema");
  }

  @Test
  void aValidatorsKeyOfAnotherComponentIsRefused() {
    assertThatThrownBy(
            () ->
                Chart.of(
                    "dev",
                    Map.of(
                        "components.courier.config.settlement.relayer.validator.keystore",
                        "/etc/key.json")))
        .hasMessageContaining("a release of its own");
  }

  @ParameterizedTest
  @CsvSource({
    "config.spring.datasource.password, hunter2",
    "components.gas.config.spring.kafka.ssl.key-store-password, hunter2",
    "config.settlement.bitcoin.providers[0].password, hunter2"
  })
  void aSecretInAConfigMapIsRefused(String path, String value) {
    assertThatThrownBy(() -> Chart.of("dev", Map.of(path, value)))
        .hasMessageContaining("holds a secret");
  }

  @Test
  void anAddressWithAPasswordIsRefused() {
    assertThatThrownBy(
            () ->
                Chart.of(
                    "dev",
                    Map.of("config.settlement.chains[0].rpc-urls[0]", "http://me:pass@node:8545")))
        .hasMessageContaining("an address with a password");
  }

  @Test
  void aDatabaseNobodyNamedIsRefused() {
    assertThatThrownBy(() -> Chart.of("air-gapped", Map.of("postgresql.host", "")))
        .hasMessageContaining("postgresql.host is missing");
  }

  @Test
  void twoWaysOfScalingAreRefused() {
    assertThatThrownBy(
            () -> Chart.of("production", Map.of("components.gas.autoscaling.cpu.enabled", true)))
        .hasMessageContaining("cpu or lag, not both");
  }

  @Test
  void migrationsBeforeTheirDatabaseAreRefused() {
    assertThatThrownBy(() -> Chart.of("dev", Map.of("migrations.mode", "job")))
        .hasMessageContaining("is not there by then");
  }

  @Test
  void migrationsBeforeTheirSecretsAreRefused() {
    assertThatThrownBy(() -> Chart.of("production", Map.of("externalSecrets.enabled", true)))
        .hasMessageContaining("are not there by then");
  }
}
