// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.Reference;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.outbox.Outbox;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** What docs/metrics.md says of libraries, a service tells; dashboards and alarms ask for it. */
class ScrapeTest extends ObservedDemo {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z][a-z_]+)` \\|([^|]*)\\| [^|]+ \\|$", Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("`([a-z_]+)`");

  @Autowired private Outbox outbox;
  @Autowired private FactTraces traces;
  @Autowired private MeterRegistry meters;
  @Autowired private PlatformTransactionManager transactions;
  @LocalServerPort private int port;

  @Test
  void whatThePageSaysOfLibrariesIsTold() {
    TxId txid = TxId.of(BigInteger.valueOf(9_000));
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                outbox.append(new GasShort(txid, Wei.ZERO, Wei.ZERO, Wei.ZERO, Instant.now())));
    Map<String, List<String>> page = page();
    assertThat(page).hasSizeGreaterThan(10);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              List<String> lines = scrape("text/plain");
              page.forEach(
                  (name, tags) ->
                      assertThat(lines).as(name).anyMatch(line -> tells(line, name, tags)));
            });
  }

  @Test
  void aHistogramLeadsToTheTraceOfAMessageAndOnlyWhereItIsTraced() {
    TxId traced = new TxId("0x" + "ab".repeat(25) + "00".repeat(7));
    TxId untraced = new TxId("0x" + "cd".repeat(25) + "ff".repeat(7));
    Timer timer =
        Timer.builder("demo.time").serviceLevelObjectives(Duration.ofSeconds(1)).register(meters);

    traces.record(traced.hex(), () -> timer.record(Duration.ofMillis(250)));
    traces.record(untraced.hex(), () -> timer.record(Duration.ofSeconds(2)));

    List<String> samples =
        scrape("application/openmetrics-text").stream()
            .filter(line -> line.startsWith("demo_time_seconds_bucket"))
            .toList();
    assertThat(samples)
        .filteredOn(line -> line.contains("le=\"1.0\""))
        .singleElement()
        .asString()
        .contains("trace_id=\"" + "ab".repeat(16) + "\"")
        .contains("} 0.25 ");
    assertThat(samples)
        .filteredOn(line -> line.contains("le=\"+Inf\""))
        .singleElement()
        .asString()
        .doesNotContain("trace_id");
    assertThat(scrape("text/plain")).noneMatch(line -> line.contains("trace_id"));
  }

  private static boolean tells(String line, String name, List<String> tags) {
    return line.matches(Pattern.quote(name) + "[{ ].*") && tags.stream().allMatch(line::contains);
  }

  private List<String> scrape(String form) {
    String told =
        RestClient.create("http://localhost:" + port)
            .get()
            .uri("/actuator/prometheus")
            .header("Accept", form)
            .retrieve()
            .body(String.class);
    return Objects.requireNonNull(told).lines().toList();
  }

  /** Tags as a line has them, by the name of the series. */
  private static Map<String, List<String>> page() {
    Map<String, List<String>> page = new TreeMap<>();
    Matcher rows = ROW.matcher(Reference.read(Reference.inRepository("docs/metrics.md")));
    while (rows.find()) {
      page.put(
          rows.group(1),
          TAG.matcher(rows.group(2)).results().map(tag -> tag.group(1) + "=\"").toList());
    }
    return page;
  }
}
