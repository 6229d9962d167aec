// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
              List<String> lines = scrape();
              page.forEach(
                  (name, tags) ->
                      assertThat(lines).as(name).anyMatch(line -> tells(line, name, tags)));
            });
  }

  private static boolean tells(String line, String name, List<String> tags) {
    return line.matches(Pattern.quote(name) + "[{ ].*") && tags.stream().allMatch(line::contains);
  }

  private List<String> scrape() {
    String told =
        RestClient.create("http://localhost:" + port)
            .get()
            .uri("/actuator/prometheus")
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
