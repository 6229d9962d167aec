// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/metrics.md says what meters mean; that it says it of all, and of no others, is seen here.
 */
class MetricsReferenceTest {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(settlement\\.[a-z._]+)` \\| (\\w+) \\|([^|]*)\\|([^|]*)\\| ([^|]+) \\|$",
          Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("`([a-z_]+)`");

  private final Map<String, MeterCalls.Meter> written = written();
  private final Map<String, MeterCalls.Meter> registered = registered();

  @Test
  void everyMeterOfTheCodeIsOnThePageAndNoOther() {
    assertThat(written.keySet()).containsExactlyElementsOf(registered.keySet());
    assertThat(registered).hasSizeGreaterThan(100);
  }

  @Test
  void thePageSaysOfWhichKindEachIs() {
    registered.forEach(
        (name, meter) -> assertThat(page(name).kind()).as(name).isEqualTo(meter.kind()));
  }

  @Test
  void thePageNamesEveryTagThatTheCodeNames() {
    registered.forEach(
        (name, meter) -> assertThat(page(name).tags()).as(name).containsAll(meter.tags()));
  }

  private MeterCalls.Meter page(String name) {
    return Objects.requireNonNull(written.get(name), name);
  }

  private static Map<String, MeterCalls.Meter> registered() {
    Map<String, MeterCalls.Meter> all = new TreeMap<>();
    Stream.of(
            "service-kit",
            "chain-client",
            "relayer-service",
            "gas-service",
            "artifact-service",
            "handler-registry",
            "gateway")
        .map(module -> Reference.inRepository(module + "/src/main/java"))
        .forEach(sources -> all.putAll(MeterCalls.of(sources)));
    return all;
  }

  private static Map<String, MeterCalls.Meter> written() {
    Map<String, MeterCalls.Meter> all = new TreeMap<>();
    Matcher rows = ROW.matcher(Reference.read(Reference.inRepository("docs/metrics.md")));
    while (rows.find()) {
      Set<String> tags = new TreeSet<>();
      TAG.matcher(rows.group(4)).results().forEach(tag -> tags.add(tag.group(1)));
      all.put(rows.group(1), new MeterCalls.Meter(rows.group(2), tags));
    }
    return all;
  }
}
