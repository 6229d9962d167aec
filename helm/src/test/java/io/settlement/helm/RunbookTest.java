// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every alarm has its section, and what a section names is there. */
class RunbookTest {
  private static final Path DOCS = Chart.ROOT.resolve("docs");
  private static final Pattern SECTION =
      Pattern.compile("^### (\\w+)\n(.*?)(?=^##|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([a-z-]+\\.md)?#([a-z0-9-]+)\\)");
  private static final Pattern CALL =
      Pattern.compile("`(GET|POST|PUT|DELETE) (/v1/[^`? ]+)", Pattern.MULTILINE);
  private static final Pattern METER = Pattern.compile("`(settlement\\.[a-z._]+)(?:\\{[^`]*)?`");
  private static final Set<String> PARTS = Set.of("Means", "Look", "Do", "Clear");

  private final String page = read(DOCS.resolve("runbook.md"));
  private final Map<String, String> sections = sections(page);

  @Test
  void everyAlarmHasASectionAndEverySectionAnAlarm() {
    assertThat(sections.keySet())
        .containsExactlyInAnyOrderElementsOf(Rules.alerts("production").keySet());
  }

  @Test
  void everySectionSaysWhatItMeansWhereToLookWhatToDoAndWhenItIsOver() {
    sections.forEach(
        (alarm, text) ->
            PARTS.forEach(part -> assertThat(text).as(alarm).contains("**" + part + ".**")));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Matcher links = LINK.matcher(page);
    while (links.find()) {
      String file = Objects.requireNonNullElse(links.group(1), "runbook.md");
      assertThat(headings(read(DOCS.resolve(file)))).as(links.group()).contains(links.group(2));
    }
  }

  @Test
  void everyCallIsInTheDocumentOfTheApi() {
    Set<String> known = new TreeSet<>();
    Chart.yaml(DOCS.resolve("openapi.json"))
        .at("paths")
        .map()
        .forEach(
            (path, calls) ->
                calls
                    .map()
                    .keySet()
                    .forEach(call -> known.add(call.toUpperCase(Locale.ROOT) + " " + shape(path))));
    Matcher calls = CALL.matcher(page);
    while (calls.find()) {
      // A validator's own calls are behind no gateway.
      if (!calls.group(2).startsWith("/v1/validator/")) {
        assertThat(known).contains(calls.group(1) + " " + shape(calls.group(2)));
      }
    }
  }

  @Test
  void everyMeterIsOnThePageOfMetrics() {
    String metrics = read(DOCS.resolve("metrics.md"));
    Matcher meters = METER.matcher(page);
    while (meters.find()) {
      if (isMeter(meters.group(1))) {
        assertThat(metrics).contains("| `" + meters.group(1) + "` |");
      }
    }
  }

  /** The others with that beginning are settings. */
  private static boolean isMeter(String name) {
    return !name.matches(
        "settlement\\.(chains|outbox\\.relay|kafka\\.topics.*|gateway\\.services|gas\\.rates|bitcoin"
            + "|service-level.*|relayer.*|attestations|vaults)");
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  private static Map<String, String> sections(String page) {
    Map<String, String> sections = new LinkedHashMap<>();
    SECTION.matcher(page).results().forEach(it -> sections.put(it.group(1), it.group(2)));
    return sections;
  }

  private static Set<String> headings(String text) {
    return HEADING
        .matcher(text)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
