// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Alarms fire when they should and are silent again, by Prometheus itself. */
class AlertRulesTest {
  private static final Path RESOURCES = Chart.MODULE.resolve("src/test/resources");
  private static final Path OBJECTIVES = RESOURCES.resolve("objectives.yaml");
  private static final int LOOKED_AT = 104;
  private static final int OVER = 200;

  private final Map<String, Tree> cases = Chart.yaml(RESOURCES.resolve("alerts.yaml")).map();
  private final Map<String, Tree> rules = Rules.alerts("production");

  @Test
  void everyAlarmIsTried() {
    Set<String> tried = new TreeSet<>(cases.keySet());
    Chart.yaml(OBJECTIVES).at("tests").list().stream()
        .flatMap(test -> test.at("alert_rule_test").list().stream())
        .filter(look -> !look.at("exp_alerts").list().isEmpty())
        .forEach(look -> tried.add(look.at("alertname").text()));

    assertThat(tried).containsExactlyInAnyOrderElementsOf(rules.keySet());
  }

  @Test
  void promtoolTakesTheRulesOfEverySetAndEveryAlarmFiresAndEnds()
      throws IOException, InterruptedException {
    Promtool promtool = Promtool.find();
    for (String set : List.of("production", "validator-only")) {
      promtool.accepts("check", "rules", write(set + ".yaml", Rules.file(set).value()));
    }

    promtool.accepts("test", "rules", write("alerts.yaml", tests()));
  }

  @Test
  void objectivesAreMissedWhenTheyAre() throws IOException, InterruptedException {
    Promtool promtool = Promtool.find();
    write("production.yaml", Rules.file("production").value());

    promtool.accepts("test", "rules", write("objectives.yaml", Chart.yaml(OBJECTIVES).value()));
  }

  private static String write(String name, @Nullable Object content) throws IOException {
    Path file = Promtool.folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, new Yaml().dump(content));
    return file.toString();
  }

  /**
   * What promtool reads: all cases of a group at once, so each also shows that it wakes no other.
   */
  private Object tests() {
    Map<Integer, List<String>> groups = new TreeMap<>();
    cases.forEach(
        (name, one) ->
            groups
                .computeIfAbsent(
                    one.at("group").isThere() ? one.at("group").number() : 1,
                    group -> new ArrayList<>())
                .add(name));
    return Map.of(
        "rule_files",
        List.of("production.yaml"),
        "evaluation_interval",
        "1m",
        "tests",
        groups.values().stream().map(this::test).toList());
  }

  private Map<String, Object> test(List<String> names) {
    List<Object> series = new ArrayList<>();
    List<Object> looks = new ArrayList<>();
    for (String name : names) {
      Tree one = Objects.requireNonNull(cases.get(name));
      series.addAll(series(one));
      looks.add(look(name, 4, List.of()));
      looks.add(look(name, one.at("event").isThere() ? 6 : LOOKED_AT, List.of(alarm(name, one))));
      looks.add(look(name, OVER, List.of()));
    }
    return Map.of("interval", "1m", "input_series", series, "alert_rule_test", looks);
  }

  private static Object look(String name, int minute, List<Object> alarms) {
    return Map.of("eval_time", minute + "m", "alertname", name, "exp_alerts", alarms);
  }

  private Object alarm(String name, Tree one) {
    Tree rule = Objects.requireNonNull(rules.get(name));
    Map<String, Object> labels = new LinkedHashMap<>();
    one.at("labels").map().forEach((label, value) -> labels.put(label, value.text()));
    labels.put("severity", rule.at("labels", "severity").text());
    labels.put("suite", "suite");
    return Map.of(
        "exp_labels",
        labels,
        "exp_annotations",
        Map.of(
            "summary",
            one.at("says").text(),
            "runbook_url",
            "https://settlement.example/docs/runbook.md#" + name.toLowerCase(Locale.ROOT)));
  }

  private static List<Object> series(Tree one) {
    List<Object> series = new ArrayList<>();
    one.at("gauge").map().forEach((name, value) -> series.add(of(name, gauge(value))));
    one.at("counter")
        .map()
        .forEach(
            (name, value) -> {
              int step = value.number();
              series.add(of(name, "0x4 0+%dx100 %dx99".formatted(step, step * 100)));
            });
    one.at("rising")
        .map()
        .forEach(
            (name, value) -> {
              int step = value.number();
              int end = 5 * step;
              series.add(of(name, "0+%dx4 %dx99 %d+%dx99".formatted(step, end, end, step)));
            });
    one.at("event")
        .map()
        .forEach((name, value) -> series.add(of(name, "_x5 %dx199".formatted(value.number()))));
    return series;
  }

  private static String gauge(Tree value) {
    String well = value.list().isEmpty() ? "0" : value.at(0).text();
    String wrong = value.list().isEmpty() ? value.text() : value.at(1).text();
    return "%sx4 %sx99 %sx99".formatted(well, wrong, well);
  }

  private static Object of(String series, String values) {
    return Map.of("series", series, "values", values);
  }
}
