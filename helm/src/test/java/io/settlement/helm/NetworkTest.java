// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may talk to whom. */
class NetworkTest {
  private static final String COMPONENT = "app.kubernetes.io/component";

  static List<String> sets() {
    return Chart.sets();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void nothingIsReachableUnlessSomethingSaysSo(String set) {
    Manifest deny = policy(set, "default-deny");

    assertThat(deny.tree().at("spec", "policyTypes").texts()).containsExactly("Ingress", "Egress");
    assertThat(deny.tree().at("spec").map()).doesNotContainKeys("ingress", "egress");
    assertThat(deny.tree().at("spec", "podSelector", "matchLabels").map().keySet())
        .containsExactlyInAnyOrder("app.kubernetes.io/name", "app.kubernetes.io/instance");
  }

  @Test
  void theGatewayReachesWhatItsDoorLeadsToAndNothingElse() {
    Set<String> doors =
        Chart.of("production", "ConfigMap", "gateway")
            .application()
            .at("settlement", "gateway", "services")
            .map()
            .values()
            .stream()
            .map(address -> URI.create(address.text()).getHost().replace("suite-", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> allowed =
        rules("production", "gateway", "egress").stream()
            .flatMap(rule -> rule.at("to").list().stream())
            .map(peer -> peer.at("podSelector", "matchLabels", COMPONENT))
            .filter(Tree::isThere)
            .map(Tree::text)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(doors).containsExactly("artifact", "courier", "gas", "observer", "registry");
    assertThat(allowed).isEqualTo(doors);
    assertThat(ports("production", "gateway", "egress")).containsExactly(53, 443, 5432, 8080, 9093);
  }

  @Test
  void eachServiceIsReachedFromTheGatewayAlone() {
    for (String service : List.of("artifact", "courier", "gas", "observer", "registry")) {
      List<Tree> asked =
          rules("production", service, "ingress").stream()
              .filter(rule -> rule.at("ports", 0, "port").number() == 8080)
              .flatMap(rule -> rule.at("from").list().stream())
              .toList();

      assertThat(asked)
          .singleElement()
          .extracting(peer -> peer.at("podSelector", "matchLabels", COMPONENT).text())
          .isEqualTo("gateway");
    }
  }

  @Test
  void theGatewayAloneIsReachableFromOutside() {
    assertThat(rules("air-gapped", "gateway", "ingress").getFirst().map())
        .doesNotContainKey("from");
    assertThat(rules("production", "gateway", "ingress").getFirst().at("from").list())
        .hasSize(2)
        .first()
        .extracting(peer -> peer.at("namespaceSelector").isThere())
        .isEqualTo(true);
    for (Manifest policy : policies("air-gapped").values()) {
      if (!policy.component().equals("gateway")) {
        assertThat(policy.tree().at("spec", "ingress").list())
            .allMatch(rule -> !rule.at("from").list().isEmpty());
      }
    }
  }

  @Test
  void nobodyAsksAValidator() {
    assertThat(ports("validator-only", "validator", "ingress")).containsExactly(9090);
  }

  @Test
  void onlyWhoReadsChainsReachesNodes() {
    assertThat(ports("air-gapped", "gateway", "egress")).containsExactly(53, 5432, 8080, 9092);
    for (String reader : List.of("registry", "gas", "artifact", "observer", "courier")) {
      assertThat(ports("air-gapped", reader, "egress"))
          .containsExactly(53, 5432, 8545, 9092, 38332);
    }
  }

  @Test
  void webhooksAndApplicantsAreOfThePublicInternetAlone() {
    for (String component : List.of("gateway", "registry")) {
      List<Tree> peers =
          rules("dev", component, "egress").stream()
              .flatMap(rule -> rule.at("to").list().stream())
              .map(peer -> peer.at("ipBlock"))
              .filter(Tree::isThere)
              .toList();

      assertThat(peers.stream().map(peer -> peer.at("cidr").text()))
          .as(component)
          .containsExactly("0.0.0.0/0", "::/0");
      assertThat(peers.getFirst().at("except").texts())
          .contains("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12")
          .contains("192.168.0.0/16");
    }
  }

  @Test
  void withoutWebhooksTheGatewayReachesNobodyOutside() {
    assertThat(told("air-gapped", "gateway", "gateway", "webhooks", "key-file").isThere())
        .isFalse();
    assertThat(told("dev", "gateway", "gateway", "webhooks", "key-file").text())
        .isEqualTo("/etc/settlement/secrets/webhooks/webhooks.key");
    assertThat(ports("air-gapped", "gateway", "egress")).doesNotContain(443);
  }

  @Test
  void whoSignsOperatorsInAndPricesAreReachedWhereTheyAreTold() {
    assertThat(blocks("production", "gateway")).contains("198.51.100.7/32");
    assertThat(blocks("production", "gas")).contains("198.51.100.8/32");
    for (String component : List.of("registry", "artifact", "observer", "courier")) {
      assertThat(blocks("production", component))
          .doesNotContain("198.51.100.7/32", "198.51.100.8/32");
    }
    assertThat(ports("validator-only", "validator", "egress"))
        .isEqualTo(ports("dev", "gas", "egress"));
  }

  @Test
  void behindAnAirGapNothingLeavesItsNetwork() {
    for (Manifest policy : policies("air-gapped").values()) {
      assertThat(policy.tree().at("spec", "egress").list())
          .as("%s", policy)
          .allMatch(rule -> !rule.at("to").list().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void metricsAreForMonitoringAndTheTest(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      Tree metrics = rules(set, deployment.component(), "ingress").getLast();

      assertThat(metrics.at("ports", 0, "port").number()).isEqualTo(9090);
      assertThat(metrics.at("from").list()).hasSize(2);
    }
  }

  private static Tree told(String set, String component, String... path) {
    return Chart.of(set, "ConfigMap", component).application().at("settlement").at((Object[]) path);
  }

  private static List<String> blocks(String set, String component) {
    return rules(set, component, "egress").stream()
        .flatMap(rule -> rule.at("to").list().stream())
        .map(peer -> peer.at("ipBlock", "cidr").text())
        .toList();
  }

  private static List<Tree> rules(String set, String component, String direction) {
    return policy(set, component).tree().at("spec", direction).list();
  }

  private static Manifest policy(String set, String name) {
    return Objects.requireNonNull(policies(set).get("suite-" + name));
  }

  private static Set<Integer> ports(String set, String component, String direction) {
    return rules(set, component, direction).stream()
        .flatMap(rule -> rule.at("ports").list().stream())
        .map(port -> port.at("port").number())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Manifest> policies(String set) {
    return Chart.of(set, "NetworkPolicy").stream()
        .collect(Collectors.toMap(Manifest::name, policy -> policy));
  }
}
