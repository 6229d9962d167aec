// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alarms are about series that exist, and lead to a section that says what to do. */
class AlertsTest {
  @Test
  void everyAlarmIsAboutSeriesThatExistAndTheirLabels() {
    MeterPage meters = new MeterPage();
    Rules.records().forEach(meters::keep);

    alerts()
        .forEach(
            (name, alert) ->
                meters.check(
                    name, alert.at("expr").text(), Rules.labelsShown(alert.at("summary").text())));
  }

  @Test
  void everyRuleIsAboutSeriesThatExistAndTheirLabels() {
    MeterPage meters = new MeterPage();
    Rules.records().forEach(meters::keep);

    for (Tree rule : Rules.all("production")) {
      meters.check(rule.toString(), rule.at("expr").text(), Set.of());
    }
  }

  @Test
  void everyAlarmIsRenderedWithItsSummaryAsItIs() {
    Map<String, Tree> rendered = Rules.alerts("production");

    assertThat(rendered.keySet()).containsAll(alerts().keySet());
    alerts()
        .forEach(
            (name, alert) -> {
              Tree rule = Objects.requireNonNull(rendered.get(name));
              assertThat(rule.at("expr")).isEqualTo(alert.at("expr"));
              assertThat(rule.at("labels", "severity")).isEqualTo(alert.at("severity"));
              assertThat(rule.at("annotations", "summary")).isEqualTo(alert.at("summary"));
              assertThat(rule.at("annotations", "runbook_url").text())
                  .isEqualTo(
                      "https://settlement.example/docs/runbook.md#"
                          + name.toLowerCase(Locale.ROOT));
            });
  }

  @Test
  void anAlarmCanBeLeftOut() {
    assertThat(Rules.alerts("validator-only").keySet())
        .doesNotContain("ProbesStandStill")
        .contains("ValidatorBehind");
  }

  @Test
  void anAlarmOfOnesOwnLeadsWhereItSays() {
    Map<String, Object> own =
        Map.of(
            "monitoring.rules.alerts.Mine.expr", "up == 0",
            "monitoring.rules.alerts.Mine.for", "1m",
            "monitoring.rules.alerts.Mine.severity", "ticket",
            "monitoring.rules.alerts.Mine.summary", "mine",
            "monitoring.rules.alerts.Mine.doc", "mine.md#mine");

    Tree mine =
        Chart.of("production", own).stream()
            .filter(object -> object.kind().equals("PrometheusRule"))
            .flatMap(object -> object.tree().at("spec", "groups").list().stream())
            .flatMap(group -> group.at("rules").list().stream())
            .filter(rule -> rule.at("alert").text().equals("Mine"))
            .findFirst()
            .orElseThrow();

    assertThat(mine.at("annotations", "runbook_url").text())
        .isEqualTo("https://settlement.example/docs/mine.md#mine");
  }

  private static Map<String, Tree> alerts() {
    return Chart.values().at("monitoring", "rules", "alerts").map().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
