// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.bitcoin.BitcoinSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.yaml.snakeyaml.Yaml;

/** What the chart tells the services, they listen to. */
class SettingsTest {
  static List<String> sets() {
    return Chart.sets();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyWordThatIsToldIsASettingOfItsService(String set) {
    for (Manifest map : told(set)) {
      String component =
          map.isHook() ? map.name().replaceAll("suite-|-migrate", "") : map.component();

      assertThat(Settings.of(component).unknown(map.application())).as("%s", map).isEmpty();
    }
  }

  @Test
  void aWordThatNoServiceKnowsIsNoticed() {
    Tree wrong =
        new Tree(
            new Yaml()
                .load(
                    """
                    settlement:
                      relayer:
                        courier: {in-flight: 3, on-flight: 3}
                        lanes: [{chain: Alpha, key-store: /x}]
                      chains: [{name: Alpha, rpc-url: x, nodes: {quorums: 2}}]
                    spring: {datasource: {urls: x}}
                    """));

    assertThat(Settings.of("courier").unknown(wrong))
        .containsExactlyInAnyOrder(
            "settlement.relayer.courier.on-flight",
            "settlement.relayer.lanes[0].key-store",
            "settlement.chains[0].rpc-url",
            "settlement.chains[0].nodes.quorums",
            "spring.datasource.urls");
  }

  @ParameterizedTest
  @MethodSource("sets")
  void filesAndSecretsBecomeChains(String set, @TempDir Path folder) throws IOException {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      if (deployment.component().equals("gateway")) {
        continue;
      }
      Binder binder = Binder.get(environment(set, deployment, folder));
      String told = Chart.of(set, "ConfigMap", deployment.component()).name();

      List<ChainSettings> chains =
          binder.bind("settlement.chains", Bindable.listOf(ChainSettings.class)).get();

      assertThat(chains).as(told).isNotEmpty();
      assertThat(chains).allMatch(chain -> !chain.providers().isEmpty());
      assertThat(chains.getFirst().settlement().toString())
          .isEqualTo("0x1000000000000000000000000000000000000001");
      assertThat(binder.bind("spring.datasource.username", String.class).get())
          .isEqualTo("the value of spring.datasource.username".replace(" ", "-"));
      binder.bind("settlement.bitcoin", BitcoinSettings.class);
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theGatewayKnowsNoNode(String set) {
    for (Manifest map : told(set)) {
      if (map.name().startsWith("suite-gateway")) {
        assertThat(map.application().at("settlement").map())
            .doesNotContainKeys("chains", "bitcoin");
      }
    }
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      if (deployment.component().equals("gateway")) {
        assertThat(deployment.tree().leaves()).noneMatch(leaf -> leaf.text().startsWith("rpc."));
      }
    }
  }

  @Test
  void scalingFollowsGroupsThatServicesReadIn() throws IOException {
    Tree components = Chart.values().at("components");
    for (Map.Entry<String, Tree> component : components.map().entrySet()) {
      String application =
          Files.readString(
              Chart.MODULE
                  .resolveSibling(Settings.SERVICES.get(component.getKey()))
                  .resolve("src/main/resources/application.yml"));

      component
          .getValue()
          .at("autoscaling", "lag", "groups")
          .map()
          .forEach(
              (group, topic) ->
                  assertThat(application)
                      .containsPattern(
                          "destination: %s\\s+group: %s\\s".formatted(topic.text(), group)));
    }
  }

  /**
   * As Spring reads it in the pod: the ConfigMap's file, and a file for each property of Secrets.
   */
  private static ConfigurableEnvironment environment(String set, Manifest deployment, Path folder)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(deployment.name()));
    Path config = Files.createDirectories(own.resolve("config"));
    Path properties = Files.createDirectories(own.resolve("properties"));
    Manifest map = Chart.of(set, "ConfigMap", deployment.component());
    Files.writeString(
        config.resolve("application.yml"), map.tree().at("data", "application.yml").text());
    for (Tree volume : deployment.pod().at("volumes").list()) {
      for (Tree source : volume.at("projected", "sources").list()) {
        for (Tree item : source.at("secret", "items").list()) {
          String property = item.at("path").text();
          String value =
              property.startsWith("rpc.") ? "http://node:8545" : "the-value-of-" + property;
          Files.writeString(properties.resolve(property), value);
        }
      }
    }
    String location =
        deployment
            .containers()
            .getFirst()
            .at("env", 0, "value")
            .text()
            .replace("/etc/settlement", own.toString());
    ConfigurableEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource("pod", Map.of("spring.config.additional-location", location)));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return environment;
  }

  /** What services are told; dashboards are not for them. */
  private static List<Manifest> told(String set) {
    return Chart.of(set, "ConfigMap").stream()
        .filter(map -> map.tree().at("data", "application.yml").isThere())
        .toList();
  }
}
