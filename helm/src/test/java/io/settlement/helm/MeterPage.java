// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * docs/metrics.md as Prometheus spells it: every series there is and its labels. That the page says
 * what the code registers is seen by the build of devnet.
 */
final class MeterPage {
  private static final Pattern OURS =
      Pattern.compile(
          "^\\| `(settlement\\.[a-z._]+)` \\| (\\w+) \\|([^|]*)\\|([^|]*)\\|", Pattern.MULTILINE);
  private static final Pattern OF_LIBRARIES =
      Pattern.compile("^\\| `([a-z][a-z_]+)` \\|([^|]*)\\| [^|]+ \\|$", Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("`([a-z_]+)`");

  /** What Prometheus and its operator add. */
  private static final Set<String> OF_TARGETS =
      Set.of("namespace", "pod", "container", "app_kubernetes_io_component");

  private final Map<String, Set<String>> series = new TreeMap<>();

  MeterPage() {
    String page = read();
    Matcher ours = OURS.matcher(page);
    while (ours.find()) {
      String name = ours.group(1).replace('.', '_');
      Set<String> tags = tags(ours.group(4));
      String unit = ours.group(3).strip().equals("seconds") ? "_seconds" : "";
      switch (ours.group(2)) {
        case "counter" -> keep(name + "_total", tags);
        case "gauge" -> keep(name + unit, tags);
        case "summary" -> keepAll(name + unit, tags);
        default -> keepAll(name + "_seconds", tags);
      }
    }
    Matcher libraries = OF_LIBRARIES.matcher(page);
    while (libraries.find()) {
      keep(libraries.group(1), tags(libraries.group(2)));
    }
    keep("up", Set.of());
  }

  /** Fails when a query asks for what is not there, or by a label that it does not have. */
  void check(String where, String query, Set<String> shown) {
    PromQl asked = PromQl.of(query);
    assertThat(asked.series()).as(where).isNotEmpty();
    Set<String> any = new TreeSet<>(OF_TARGETS);
    for (PromQl.Series one : asked.series()) {
      assertThat(series.keySet()).as(where).contains(one.metric());
      Set<String> known = new TreeSet<>(Objects.requireNonNull(series.get(one.metric())));
      known.addAll(OF_TARGETS);
      assertThat(known).as("%s: %s", where, one.metric()).containsAll(one.labels());
      any.addAll(known);
    }
    assertThat(any).as("%s groups", where).containsAll(asked.grouping());
    assertThat(asked.grouping().isEmpty() ? any : asked.grouping())
        .as("%s shows", where)
        .containsAll(shown);
  }

  /** One more, which a recording rule makes. */
  void keep(String metric, Set<String> labels) {
    series.put(metric, labels);
  }

  private void keepAll(String name, Set<String> tags) {
    keep(name + "_count", tags);
    keep(name + "_sum", tags);
    keep(name + "_max", tags);
    Set<String> withBounds = new TreeSet<>(tags);
    withBounds.add("le");
    keep(name + "_bucket", withBounds);
  }

  private static Set<String> tags(String cell) {
    Set<String> tags = new TreeSet<>();
    TAG.matcher(cell).results().forEach(tag -> tags.add(tag.group(1)));
    return tags;
  }

  private static String read() {
    try {
      return Files.readString(Chart.ROOT.resolve("docs/metrics.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
