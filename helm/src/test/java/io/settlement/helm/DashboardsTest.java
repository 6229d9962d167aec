// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Dashboards show series that exist, by labels that they have. */
class DashboardsTest {
  private final Map<String, Tree> boards = boards();

  @Test
  void thereIsOneForEachOfTheSuitesConcerns() {
    assertThat(boards.keySet())
        .containsExactly(
            "database", "flow", "gas-ledger", "kafka", "lanes", "reserves", "rpc", "validators");
  }

  @Test
  void everyQueryIsAboutSeriesThatExistAndTheirLabels() {
    MeterPage meters = new MeterPage();
    Rules.records().forEach(meters::keep);

    queries()
        .forEach(
            (where, target) ->
                meters.check(where, query(target), PromQl.shown(target.at("legendFormat").text())));
  }

  @Test
  void promtoolTakesEveryQuery() throws IOException, InterruptedException {
    List<Map<String, Object>> rules = new ArrayList<>();
    queries()
        .forEach(
            (where, target) ->
                rules.add(
                    Map.of(
                        "record",
                        "a:query",
                        "expr",
                        query(target),
                        "labels",
                        Map.of("where", where))));
    Path file = Promtool.folder().resolve("queries.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        new Yaml().dump(Map.of("groups", List.of(Map.of("name", "queries", "rules", rules)))));

    Promtool.find().accepts("check", "rules", file.toString());
  }

  @Test
  void panelsHaveTitlesAndNoTwoStandInOnePlace() {
    boards.forEach(
        (name, board) -> {
          Set<String> places = new TreeSet<>();
          for (Tree panel : board.at("panels").list()) {
            assertThat(panel.at("title").text()).as(name).isNotBlank();
            Tree at = panel.at("gridPos");
            for (int x = at.at("x").number(); x < at.at("x").number() + at.at("w").number(); x++) {
              for (int y = at.at("y").number();
                  y < at.at("y").number() + at.at("h").number();
                  y++) {
                assertThat(places.add(x + "," + y)).as(name).isTrue();
              }
              assertThat(x).as(name).isLessThan(24);
            }
          }
        });
  }

  @Test
  void theChartBringsThemAsTheyAre() throws IOException {
    Map<String, Manifest> rendered = new TreeMap<>();
    Chart.of("production", "ConfigMap").stream()
        .filter(map -> map.tree().at("metadata", "labels", "grafana_dashboard").isThere())
        .forEach(map -> rendered.put(map.name(), map));

    assertThat(rendered).hasSameSizeAs(boards);
    for (String name : boards.keySet()) {
      assertThat(rendered.get("suite-dashboard-" + name))
          .satisfies(
              map ->
                  assertThat(map.tree().at("data", name + ".json").text())
                      .isEqualTo(Files.readString(folder().resolve(name + ".json"))));
    }
    assertThat(Chart.of("dev", "ConfigMap")).noneMatch(map -> map.name().contains("dashboard"));
  }

  /** Every query by where it is asked. */
  private Map<String, Tree> queries() {
    Map<String, Tree> queries = new LinkedHashMap<>();
    boards.forEach(
        (name, board) -> {
          for (Tree panel : board.at("panels").list()) {
            for (Tree target : panel.at("targets").list()) {
              queries.put(
                  "%s: %s %s".formatted(name, panel.at("title").text(), target.at("refId").text()),
                  target);
            }
          }
        });
    return queries;
  }

  /** As Prometheus is asked: Grafana's variables filled in. */
  private static String query(Tree target) {
    return target
        .at("expr")
        .text()
        .replace("$__rate_interval", "5m")
        .replace("$namespace", "settlement");
  }

  private static Path folder() {
    return Chart.FOLDER.resolve("dashboards");
  }

  private static Map<String, Tree> boards() {
    Map<String, Tree> boards = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder())) {
      files.forEach(
          file -> boards.put(file.getFileName().toString().replace(".json", ""), Chart.yaml(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return boards;
  }
}
