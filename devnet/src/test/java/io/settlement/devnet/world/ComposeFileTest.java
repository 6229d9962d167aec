// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml against what the world and the modules know of themselves. */
class ComposeFileTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final WorldPlan PLAN = WorldPlan.composed(ROOT);
  private static final Map<String, Map<String, Object>> SERVICES = services("docker-compose.yml");

  /** They end by themselves. */
  private static final Set<String> ONCE = Set.of("prepare", "set-up", "check");

  private static final Map<String, String> MODULES =
      Map.of(
          "gateway", "gateway",
          "registry", "handler-registry",
          "gas", "gas-service",
          "artifact", "artifact-service");

  @Test
  void everyServiceOfTheSuiteAndEveryRoleOfTheRelayerIsThere() {
    assertThat(PLAN.databases().keySet())
        .allSatisfy(
            part -> {
              String container = Places.Composed.container(part);
              String module = MODULES.getOrDefault(container, "relayer-service");
              assertThat(SERVICES).containsKey(container);
              assertThat(text(container, "image")).startsWith("settlement-suite/" + module + ":");
              assertThat(list(container, "volumes"))
                  .containsExactly("told-" + container + ":/etc/settlement:ro");
            });
  }

  @Test
  void imagesAreThoseTheModulesBecome() throws IOException {
    Set<String> built = new TreeSet<>();
    for (Path pom : list(ROOT, "pom.xml")) {
      if (Files.readString(pom).contains("<image.skip>false</image.skip>")) {
        built.add("settlement-suite/" + ROOT.relativize(pom).getName(0));
      }
    }
    Set<String> used =
        SERVICES.keySet().stream()
            .map(name -> text(name, "image"))
            .filter(image -> image.startsWith("settlement-suite/"))
            .map(image -> image.substring(0, image.indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isEqualTo(built);
    String version =
        between(
            Files.readString(ROOT.resolve("pom.xml")),
            "<artifactId>settlement-suite</artifactId>\n  <version>",
            "<");
    assertThat(Files.readString(ROOT.resolve("docker-compose.yml")))
        .contains("${SETTLEMENT_TAG:-" + version + "}");
  }

  @Test
  void imagesAreNamedWithATagAndWithoutAHost() {
    assertThat(SERVICES.keySet())
        .allSatisfy(
            name -> {
              String image = text(name, "image");
              assertThat(image).matches("([a-z-]+/)?[a-z-]+:[^/]+").doesNotEndWith(":latest");
            });
  }

  @Test
  void nobodyIsRootOrMayBecomeItAndOnlySetUpWritesBesideItsVolumes() {
    assertThat(SERVICES.keySet())
        .allSatisfy(
            name -> {
              assertThat(text(name, "user")).doesNotMatch("0|root|0:.*").isNotEmpty();
              assertThat(list(name, "cap_drop")).containsExactly("ALL");
              assertThat(list(name, "security_opt")).containsExactly("no-new-privileges:true");
              assertThat(SERVICES.get(name))
                  .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
              assertThat(text(name, "read_only"))
                  .isEqualTo(name.equals("set-up") ? "false" : "true");
            });
  }

  @Test
  void whoStaysIsAskedWhetherHeIsWellAndOthersWaitForIt() {
    SERVICES.forEach(
        (name, service) -> {
          assertThat(service.containsKey("healthcheck")).as(name).isEqualTo(!ONCE.contains(name));
          map(name, "depends_on")
              .forEach(
                  (other, how) ->
                      assertThat(how)
                          .as(name + " on " + other)
                          .isEqualTo(
                              Map.of(
                                  "condition",
                                  ONCE.contains(other)
                                      ? "service_completed_successfully"
                                      : "service_healthy")));
        });
    PLAN.databases()
        .keySet()
        .forEach(
            part ->
                assertThat(map(Places.Composed.container(part), "depends_on"))
                    .containsKeys("set-up", "postgresql", "kafka", "alpha", "beta", "bitcoin"));
  }

  @Test
  void doorsAreOpenOnThisMachineAlone() {
    Stream.of("docker-compose.yml", "docker-compose.dev.yml")
        .flatMap(file -> services(file).values().stream())
        .flatMap(service -> strings(service.get("ports")).stream())
        .forEach(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @Test
  void developersFindPartsWhereTheLocalWorldHasThem() {
    Ports ports = PLAN.choosePorts();
    Map<String, Map<String, Object>> opened = services("docker-compose.dev.yml");
    assertThat(SERVICES.keySet()).containsAll(opened.keySet());
    Map<String, Integer> found = new TreeMap<>();
    Map<String, Integer> expected = new TreeMap<>();
    List<String> parts = new ArrayList<>(PLAN.databases().keySet());
    parts.addAll(List.of("postgresql", "kafka", "bitcoin", "Alpha", "Beta"));
    for (String part : parts) {
      String container = Places.Composed.container(part);
      expected.put(container, ports.of(part));
      Stream.concat(
              list(container, "ports").stream(),
              strings(opened.getOrDefault(container, Map.of()).get("ports")).stream())
          .map(port -> port.replaceAll("\\$\\{[A-Z]+_PORT:-(\\d+)}", "$1"))
          .forEach(port -> found.put(container, Integer.valueOf(port.split(":", -1)[1])));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void secretsAreFilesThatTheirOwnerAloneIsGiven() throws IOException {
    SERVICES.forEach(
        (name, service) ->
            map(name, "environment")
                .forEach(
                    (key, value) -> {
                      if (key.matches("(?i).*(password|secret|token|key).*")) {
                        assertThat(key).as(name).endsWith("_FILE");
                        assertThat(String.valueOf(value)).as(name).startsWith("/run/told/");
                      }
                    }));
    for (String file : List.of("docker-compose.yml", "docker-compose.dev.yml")) {
      assertThat(Files.readString(ROOT.resolve(file)))
          .doesNotContainPattern("[0-9a-fA-F]{32}")
          .doesNotContainPattern("(?i)(password|secret)[\"']?\\s*[:=]\\s*[^\\s/]");
    }
    Map<String, Set<String>> readers = new TreeMap<>();
    SERVICES.forEach(
        (name, service) ->
            list(name, "volumes").stream()
                .filter(volume -> volume.startsWith("told-"))
                .filter(volume -> !volume.contains(":/parcels/"))
                .forEach(
                    volume -> {
                      assertThat(volume).as(name).endsWith(":ro");
                      readers
                          .computeIfAbsent(volume.split(":", -1)[0], any -> new TreeSet<>())
                          .add("told-" + name);
                    }));
    readers.forEach((volume, who) -> assertThat(who).containsExactly(volume));
  }

  @Test
  void everyServiceIsWatched() {
    Map<String, Object> job = first(yaml("docker/prometheus.yml"), "scrape_configs");
    assertThat(strings(first(job, "static_configs").get("targets")))
        .containsExactlyInAnyOrderElementsOf(
            PLAN.databases().keySet().stream().map(part -> Places.composed().of(part)).toList());
  }

  @Test
  void chainsAreWhatTheWorldTakesThemFor() {
    for (ChainPlan chain : PLAN.chains()) {
      String container = Places.Composed.container(chain.name());
      assertThat(list(container, "command"))
          .containsExactly("--chain-id", String.valueOf(chain.chainId()));
      assertThat(String.join(" ", list(container, "entrypoint")))
          .contains("--block-time 1 ", "--gas-limit " + chain.gasLimit() + " ");
      assertThat(chain.blockSeconds()).isEqualTo(1);
    }
  }

  private static Map<String, Map<String, Object>> services(String file) {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    words(Objects.requireNonNull(yaml(file).get("services")))
        .forEach((name, service) -> services.put(name, words(service)));
    return services;
  }

  private static Map<String, Object> yaml(String file) {
    try {
      return words(new Yaml().load(Files.readString(ROOT.resolve(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> words(Object map) {
    Map<String, Object> words = new TreeMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> words.put(String.valueOf(key), value));
    return words;
  }

  private static Map<String, Object> first(Map<String, Object> map, String key) {
    return words(((List<?>) Objects.requireNonNull(map.get(key))).getFirst());
  }

  private static String text(String service, String key) {
    return String.valueOf(SERVICES.getOrDefault(service, Map.of()).get(key));
  }

  private static List<String> list(String service, String key) {
    return strings(SERVICES.getOrDefault(service, Map.of()).get(key));
  }

  private static Map<String, Object> map(String service, String key) {
    Object found = SERVICES.getOrDefault(service, Map.of()).get(key);
    return found == null ? Map.of() : words(found);
  }

  private static List<String> strings(@Nullable Object list) {
    return list == null ? List.of() : ((Collection<?>) list).stream().map(String::valueOf).toList();
  }

  private static List<Path> list(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.resolve(name)).filter(Files::isRegularFile).toList();
    }
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
