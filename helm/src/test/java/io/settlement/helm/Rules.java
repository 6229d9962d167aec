// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the chart tells Prometheus. */
final class Rules {
  private static final Pattern LABEL = Pattern.compile("\\$labels\\.([a-z_]+)");

  private Rules() {}

  /** The groups of rules of a value set, as a file of Prometheus has them. */
  static Tree file(String set) {
    return Chart.of(set, "PrometheusRule").getFirst().tree().at("spec");
  }

  static Map<String, Tree> alerts(String set) {
    Map<String, Tree> alerts = new LinkedHashMap<>();
    all(set).stream()
        .filter(rule -> rule.at("alert").isThere())
        .forEach(rule -> alerts.put(rule.at("alert").text(), rule));
    return alerts;
  }

  /** Series that rules make, and their labels. */
  static Map<String, Set<String>> records() {
    Map<String, Set<String>> records = new LinkedHashMap<>();
    all("production").stream()
        .filter(rule -> rule.at("record").isThere())
        .forEach(
            rule -> {
              Set<String> labels = new TreeSet<>(PromQl.of(rule.at("expr").text()).grouping());
              labels.addAll(rule.at("labels").map().keySet());
              records.put(rule.at("record").text(), labels);
            });
    return records;
  }

  static Set<String> labelsShown(String summary) {
    Set<String> labels = new TreeSet<>();
    LABEL.matcher(summary).results().forEach(label -> labels.add(label.group(1)));
    return labels;
  }

  static List<Tree> all(String set) {
    return file(set).at("groups").list().stream()
        .flatMap(group -> group.at("rules").list().stream())
        .toList();
  }
}
