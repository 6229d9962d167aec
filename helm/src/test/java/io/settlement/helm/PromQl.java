// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which series a query asks for, and by which labels. That it is a query at all is promtool's to
 * say.
 *
 * @param series what it selects
 * @param grouping the labels it groups, joins or fetches by
 */
record PromQl(List<Series> series, Set<String> grouping) {
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([a-z_, ]*)\\)");
  private static final Pattern SERIES =
      Pattern.compile("(?<![\\w.])([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*})?(?!\\s*\\(|[\\w:])");
  private static final Pattern MATCHER =
      Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  /**
   * A selector.
   *
   * @param labels those it matches on
   */
  record Series(String metric, Set<String> labels) {}

  static PromQl of(String query) {
    Set<String> grouping = new TreeSet<>();
    Matcher groups = GROUPING.matcher(query);
    while (groups.find()) {
      Arrays.stream(groups.group(1).split(",", -1))
          .map(String::strip)
          .filter(label -> !label.isEmpty())
          .forEach(grouping::add);
    }
    String rest = groups.replaceAll(" ").replaceAll("\\[[^]]*]", " ");
    List<Series> series = new ArrayList<>();
    Matcher selectors = SERIES.matcher(rest.replaceAll("offset\\s+\\w+", " "));
    while (selectors.find()) {
      if (!WORDS.contains(selectors.group(1))) {
        series.add(new Series(selectors.group(1), labels(selectors.group(2))));
      }
    }
    return new PromQl(series, grouping);
  }

  /** The labels that a text shows, as Grafana writes them. */
  static Set<String> shown(String legend) {
    Set<String> labels = new TreeSet<>();
    LEGEND.matcher(legend).results().forEach(label -> labels.add(label.group(1)));
    return labels;
  }

  private static Set<String> labels(@Nullable String matchers) {
    Set<String> labels = new TreeSet<>();
    if (matchers != null) {
      MATCHER.matcher(matchers).results().forEach(label -> labels.add(label.group(1)));
    }
    return labels;
  }
}
