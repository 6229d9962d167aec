// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** docs/problems.md says every code that the sources say, with its statuses and services. */
class ProblemCatalogueTest {
  private static final List<String> SERVICES =
      List.of("artifact-service", "gas-service", "gateway", "handler-registry", "relayer-service");
  private static final String ANY = "any";

  private static final Map<String, Integer> FACTORIES =
      Map.of(
          "badRequest", 400,
          "forbidden", 403,
          "notFound", 404,
          "conflict", 409,
          "unprocessable", 422,
          "tooMany", 429,
          "unavailable", 503);
  private static final Pattern FACTORY =
      Pattern.compile(
          "Problem\\s*\\.\\s*(badRequest|forbidden|notFound|conflict|unprocessable|tooMany|unavailable)"
              + "\\(\\s*(?:\"([a-z0-9-]+)\"|([^\",)]+))");
  private static final Pattern WRITTEN =
      Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*\"([a-z0-9-]+)\"");
  private static final Pattern OF_SPRING = Pattern.compile("\\b([45]\\d\\d), \"([a-z-]+)\"");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:new InvalidValue|Hex\\.normalise|Hex\\.padded|oneOf)\\(\\s*\"([A-Za-z -]+)\"");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z0-9-]+)` \\| ([0-9, ]+) \\| ([a-z, -]+) \\| (.*) \\|$");

  /** Codes that are not written where the problem is made, by file. */
  private static final Map<String, Map<String, Integer>> COMPUTED =
      Map.of(
          "Rules.java",
          Map.of("artifact-mismatch", 422, "decimals-mismatch", 422, "mode-mismatch", 422),
          "ProviderCheck.java",
          Map.of(
              "provider-address-forbidden", 422,
              "provider-redirects", 422,
              "provider-hangs", 422,
              "provider-answers-garbage", 422,
              "provider-unreachable", 422),
          "ChainCheck.java",
          Map.of("node-of-another-chain", 422, "contracts-differ", 422),
          "QuoteController.java",
          Map.of("invalid-quote-id", 400, "invalid-plan-id", 400));

  private record Known(NavigableSet<Integer> statuses, NavigableSet<String> services) {
    static Known none() {
      return new Known(new TreeSet<>(), new TreeSet<>());
    }
  }

  @Test
  void theCatalogueHasEveryCodeOfTheSourcesAndNoOther() throws IOException {
    NavigableMap<String, Known> listed = listed();
    NavigableMap<String, Known> said = said();

    assertThat(said).hasSizeGreaterThan(200);
    assertThat(missing(said, listed)).as("in the sources, not in docs/problems.md").isEmpty();
    assertThat(missing(listed, said)).as("in docs/problems.md, not in the sources").isEmpty();
    said.forEach((code, known) -> assertThat(listed.get(code)).as(code).isEqualTo(known));
  }

  private static Set<String> missing(Map<String, ?> from, Map<String, ?> in) {
    Set<String> missing = new TreeSet<>(from.keySet());
    missing.removeAll(in.keySet());
    return missing;
  }

  private static NavigableMap<String, Known> listed() throws IOException {
    NavigableMap<String, Known> listed = new TreeMap<>();
    for (String line : Files.readAllLines(Repository.root().resolve("docs/problems.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(row.group(4)).as("what %s says", row.group(1)).isNotBlank();
        Known known = Known.none();
        words(row.group(2)).map(Integer::valueOf).forEach(known.statuses()::add);
        words(row.group(3)).forEach(known.services()::add);
        assertThat(listed.put(row.group(1), known)).as("%s twice", row.group(1)).isNull();
      }
    }
    return listed;
  }

  private static Stream<String> words(String cell) {
    return Arrays.stream(cell.split(",")).map(String::strip);
  }

  private static NavigableMap<String, Known> said() throws IOException {
    NavigableMap<String, Known> said = new TreeMap<>();
    for (String module : SERVICES) {
      for (Path file : sources(module)) {
        read(file, module, said);
      }
    }
    for (Path file : sources("service-kit")) {
      read(file, ANY, said);
    }
    for (Path file : sources("settlement-events")) {
      values(Files.readString(file), ANY, said);
    }
    said.values().stream()
        .map(Known::services)
        .filter(services -> services.contains(ANY))
        .forEach(services -> services.retainAll(Set.of(ANY)));
    return said;
  }

  private static void read(Path file, String service, NavigableMap<String, Known> said)
      throws IOException {
    String source = Files.readString(file);
    String name = String.valueOf(file.getFileName());
    Matcher factory = FACTORY.matcher(source);
    while (factory.find()) {
      if (factory.group(2) != null) {
        add(said, factory.group(2), FACTORIES.getOrDefault(factory.group(1), 0), service);
      } else {
        Map<String, Integer> computed = COMPUTED.getOrDefault(name, Map.of());
        assertThat(computed).as("codes that %s computes", name).isNotEmpty();
        computed.forEach((code, status) -> add(said, code, status, service));
      }
    }
    Matcher written = WRITTEN.matcher(source);
    while (written.find()) {
      add(said, written.group(2), HttpStatus.valueOf(written.group(1)).value(), service);
    }
    if (name.equals("ProblemAdvice.java")) {
      Matcher spring = OF_SPRING.matcher(source);
      while (spring.find()) {
        add(said, spring.group(2), Integer.parseInt(spring.group(1)), service);
      }
      add(said, "malformed-body", 400, service);
    }
    values(source, service, said);
  }

  /** As ProblemAdvice makes a code of the kind of value. */
  private static void values(String source, String service, NavigableMap<String, Known> said) {
    Matcher value = VALUE.matcher(source);
    while (value.find()) {
      String kind = value.group(1).strip().toLowerCase(Locale.ROOT).replace(' ', '-');
      add(said, "invalid-" + kind, 400, service);
    }
  }

  private static void add(
      NavigableMap<String, Known> said, String code, int status, String service) {
    Known known = said.computeIfAbsent(code, any -> Known.none());
    known.statuses().add(status);
    known.services().add(service);
  }

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Repository.root().resolve(module + "/src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
