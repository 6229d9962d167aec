// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.relayer.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the courier does all the time reads no table from end to end, however long its history. */
class HistoryTest extends QuietCourier {
  private static final String SETTLED = "'0x' || repeat('e', 54) || lpad(to_hex(n), 10, '0')";

  @Autowired private Messages messages;
  @Autowired private Limits limits;

  @AfterEach
  void noHistory() {
    for (String table : new String[] {"message", "intent", "attestation", "archive"}) {
      jdbc.sql("DELETE FROM " + table + " WHERE txid LIKE '0xeeeeeeee%'").update();
    }
  }

  @Test
  void aHundredThousandSettledMessagesAreNeverReadThrough() {
    knowTheRegistry();
    write();
    Map<String, Long> before = scans();
    CrossChainMessage message = another(CHAINS.send(13, 0));

    handle(deliverable(message));
    assertThat(standing(message.txid())).isEqualTo("ADMITTED");
    assertThat(messages.waiting("", 500)).hasSizeLessThanOrEqualTo(500);
    assertThat(messages.overdue(new ChainName("Beta"), Instant.EPOCH, 500)).isEmpty();
    assertThat(limits.due(100)).isEmpty();
    transactions.executeWithoutResult(
        status ->
            assertThat(messages.archive().ended(Instant.now().minus(Duration.ofDays(2)), 100))
                .isEmpty());

    // The server tells its counts about a second late.
    Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    assertThat(scans()).isEqualTo(before);
  }

  /** How often each large table was read from end to end. */
  private Map<String, Long> scans() {
    Map<String, Long> scans = new TreeMap<>();
    jdbc.sql(
            """
            SELECT relname, seq_scan FROM pg_stat_user_tables
             WHERE relname IN ('message', 'intent', 'attestation', 'archive')
            """)
        .query()
        .listOfRows()
        .forEach(row -> scans.put((String) row.get("relname"), (Long) row.get("seq_scan")));
    return scans;
  }

  private void write() {
    String series = " FROM generate_series(1, 100000) AS n";
    jdbc.sql(
            "INSERT INTO message (txid, stage, marks, content, outcome, destination, deadline)"
                + " SELECT "
                + SETTLED
                + ", 'SETTLED', 'FINAL,COVERED,ADMITTED,DELIVERED,SETTLED,REFUNDED',"
                + " '{}', 'SUCCESS', 'Beta', now()"
                + series)
        .update();
    jdbc.sql(
            "INSERT INTO intent"
                + " (txid, purpose, chain, lane, state, work, ready_at, created_at) SELECT "
                + SETTLED
                + ", 'DELIVER', 'Beta', 'Beta/0', 'DONE', '{}', now(), now()"
                + series)
        .update();
    jdbc.sql(
            "INSERT INTO attestation SELECT "
                + SETTLED
                + ", 'RECEIVE', 'v', 'd', 's', true, now()"
                + series)
        .update();
    jdbc.sql(
            "INSERT INTO archive SELECT "
                + SETTLED
                + ", now(), now(), true, NULL FROM generate_series(100001, 200000) AS n")
        .update();
    jdbc.sql("ANALYZE message, intent, attestation, archive").update();
    Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
  }
}
