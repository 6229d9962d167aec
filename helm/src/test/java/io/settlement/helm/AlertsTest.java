// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alarms are about metrics that exist, and lead to a page that says what to do. */
class AlertsTest {
  private static final Pattern METER = Pattern.compile("\"(settlement\\.[a-z0-9._-]+)\"");
  private static final Pattern METRIC = Pattern.compile("settlement_[a-z0-9_]+");
  private static final Path ROOT = Chart.MODULE.resolve("..").normalize();

  @Test
  void everyAlarmIsAboutAMeterOfTheCode() throws IOException {
    Set<String> meters = meters();

    for (Map.Entry<String, Tree> alert : alerts().entrySet()) {
      Matcher metrics = METRIC.matcher(alert.getValue().at("expr").text());
      while (metrics.find()) {
        String meter = metrics.group().replaceAll("_(total|seconds)$", "");
        assertThat(meters).as(alert.getKey()).contains(meter);
      }
    }
  }

  @Test
  void everyAlarmLeadsToASectionOfTheDocs() throws IOException {
    for (Map.Entry<String, Tree> alert : alerts().entrySet()) {
      String[] where = alert.getValue().at("doc").text().split("#", 2);
      Set<String> sections;
      try (Stream<String> lines = Files.lines(ROOT.resolve("docs").resolve(where[0]))) {
        sections =
            lines
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
      }

      assertThat(sections).as(alert.getKey()).contains(where[1]);
    }
  }

  @Test
  void everyAlarmIsRenderedWithItsSummaryAsItIs() {
    Tree rules = Chart.of("production", "PrometheusRule").getFirst().tree();
    Map<String, Tree> rendered =
        rules.at("spec", "groups", 0, "rules").list().stream()
            .collect(Collectors.toMap(rule -> rule.at("alert").text(), rule -> rule));

    assertThat(rendered.keySet()).isEqualTo(alerts().keySet());
    alerts()
        .forEach(
            (name, alert) -> {
              Tree rule = Objects.requireNonNull(rendered.get(name));
              assertThat(rule.at("expr")).isEqualTo(alert.at("expr"));
              assertThat(rule.at("labels", "severity")).isEqualTo(alert.at("severity"));
              assertThat(rule.at("annotations", "summary")).isEqualTo(alert.at("summary"));
              assertThat(rule.at("annotations", "runbook_url").text())
                  .isEqualTo("https://settlement.example/docs/" + alert.at("doc").text());
            });
  }

  @Test
  void anAlarmCanBeLeftOut() {
    Tree rules = Chart.of("validator-only", "PrometheusRule").getFirst().tree();

    assertThat(
            rules.at("spec", "groups", 0, "rules").list().stream().map(r -> r.at("alert").text()))
        .doesNotContain("ProbesStandStill")
        .contains("ValidatorBehind");
  }

  private static Map<String, Tree> alerts() {
    return Chart.values().at("monitoring", "rules", "alerts").map();
  }

  /** Every name of a meter in the sources, as Prometheus spells it. */
  private static Set<String> meters() throws IOException {
    Set<String> meters = new TreeSet<>();
    for (String module :
        new TreeSet<>(
            Stream.concat(
                    Settings.SERVICES.values().stream(), Stream.of("service-kit", "chain-client"))
                .toList())) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          Matcher names = METER.matcher(Files.readString(file));
          while (names.find()) {
            meters.add(names.group(1).replaceAll("[.-]", "_"));
          }
        }
      }
    }
    return meters;
  }
}
