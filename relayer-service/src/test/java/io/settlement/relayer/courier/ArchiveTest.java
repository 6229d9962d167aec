// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.world.RelayerDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {
  private static final SignaturePatience PATIENCE =
      new SignaturePatience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofSeconds(5));

  private final Instant now = Instant.now();
  private final Instant old = now.minus(Duration.ofDays(2));
  private RelayerDatabase database;
  private JdbcClient jdbc;
  private Archive archive;

  @BeforeAll
  void openTheDatabase() {
    database = RelayerDatabase.empty();
    jdbc = database.jdbc();
    archive = new Archive(jdbc);
  }

  @BeforeEach
  void begin() {
    database.fill("TRUNCATE lane, submission, intent, top_up, bundle, message, archive CASCADE");
    database.fill("INSERT INTO lane (lane, submitter) VALUES ('Beta/0', '0x1')");
  }

  @Test
  void oldTransactionsAndBundlesThatAreNeededDoNotKeepTheOthers() {
    submissions(1, 30, "10 days");
    submissions(31, 50, "3 days");
    submissions(51, 60, "1 day");
    intents(1, 30, "PARKED");
    bundles(1, 30, "10 days", true);
    bundles(31, 50, "3 days", false);

    assertThat(archive.dropTransactions(old, 15)).isEqualTo(15);
    assertThat(archive.dropTransactions(old, 15)).isEqualTo(5);
    assertThat(archive.dropBundles(old, 15)).isEqualTo(15);
    assertThat(archive.dropBundles(old, 15)).isEqualTo(5);

    assertThat(count("submission")).isEqualTo(40);
    assertThat(count("bundle")).isEqualTo(30);
  }

  @Test
  void aBundleThatIsToldAfterItsMessagesWereArchivedGoesToo() {
    ended(1, 10, "5 days", true);
    bundles(1, 12, "3 days", true);

    assertThat(archive.dropBundles(old, 250)).isEqualTo(10);

    assertThat(count("bundle")).isEqualTo(2);
    assertThat(count("bundle_member")).isEqualTo(2);
  }

  @Test
  void ofOldMessagesOnlyWhatMayBeOwedSomethingStays() {
    ended(1, 30, "500 days", false);
    ended(31, 50, "450 days", true);

    Instant before = now.minus(Duration.ofDays(400));
    assertThat(archive.forget(before, 40)).isEqualTo(40);
    assertThat(archive.forget(before, 40)).isEqualTo(10);
    assertThat(archive.forget(before, 40)).isZero();

    assertThat(archive.find(txid(40)).orElseThrow().record()).isNull();
    assertThat(archive.find(txid(5)).orElseThrow().record())
        .contains("SETTLED")
        .doesNotContain("works");
    archive.bringBack(List.of(txid(5), txid(40)));
    assertThat(jdbc.sql("SELECT txid FROM message").query(String.class).list())
        .containsExactly(txid(5).hex());
  }

  @Test
  void aMessageWhoseRestIsLeftToItsPayerIsArchivedAsIfItWerePaidBack() {
    database.fill(
        """
        INSERT INTO message (txid, stage, marks, outcome, updated_at, destination, deadline)
        SELECT '0x' || lpad(to_hex(i), 64, '0'), 'SETTLED',
               'FINAL,DELIVERED,SETTLED' || CASE i WHEN 1 THEN ',REFUND_LEFT' ELSE '' END,
               'SUCCESS', now() - interval '3 days', 'Beta', now() FROM generate_series(1, 2) AS i
        """);

    List<TxId> ended = archive.ended(old, 10);
    archive.move(ended, now);

    assertThat(ended).containsExactlyInAnyOrder(txid(1), txid(2));
    assertThat(jdbc.sql("SELECT txid FROM archive WHERE refunded").query(String.class).list())
        .containsExactly(txid(1).hex());
  }

  @Test
  void historyIsNotReadFromEndToEnd() {
    submissions(1, 6_000, "1 day");
    intents(1, 6_000, "DONE");
    bundles(1, 6_000, "1 day", true);
    ended(100_001, 110_000, "100 days", true);
    database.fill(
        """
        INSERT INTO message (txid, stage, marks, outcome, updated_at, destination, deadline)
        SELECT '0x' || lpad(to_hex(i), 64, '0'), 'SETTLED', 'FINAL,DELIVERED,SETTLED,REFUNDED',
               'SUCCESS', now(), 'Beta', now() FROM generate_series(1, 6000) AS i
        """);
    database.fill("ANALYZE");
    Messages messages = new Messages(jdbc, JsonMapper.builder().build(), PATIENCE);
    Waiting waiting = new Waiting(jdbc);
    Equivocations equivocations = new Equivocations(jdbc);
    List<TxId> some = List.of(txid(3), txid(50_000), txid(100_007));
    Waiting.Query parked = new Waiting.Query(Stage.PARKED, null, null, null, now);

    assertThat(
            database
                .scans()
                .during(
                    () -> {
                      messages.create(some, now);
                      messages.lock(some);
                      messages.find(txid(3));
                      messages.waiting("", 100);
                      messages.overdue(new ChainName("Beta"), now, 100);
                      messages.late(now, now, 100);
                      waiting.find(parked, null, txid(0), 50);
                      equivocations.find(now, now);
                      archive.find(txid(100_007));
                      archive.ended(old, 250);
                      archive.move(List.of(txid(3)), now);
                      archive.dropTransactions(old, 250);
                      archive.dropBundles(old, 250);
                      archive.forget(now.minus(Duration.ofDays(400)), 250);
                    }))
        .doesNotContainKeys(
            "message", "archive", "submission", "intent", "bundle", "bundle_member", "attempt");
  }

  private void submissions(int from, int to, String age) {
    database.fill(
        """
        INSERT INTO submission (id, lane, nonce, epoch, purpose, state, contract, gas_limit,
                                tx_hash, block_number, block_hash, created_at)
        OVERRIDING SYSTEM VALUE
        SELECT i, 'Beta/0', i, 1, 'DELIVER', 'FINAL', '0x', 1, '0x', 1, '0x',
               now() - interval '%s'
          FROM generate_series(%d, %d) AS i
        """
            .formatted(age, from, to));
  }

  private void intents(int from, int to, String state) {
    database.fill(
        """
        INSERT INTO intent (txid, purpose, chain, state, work, ready_at, submission, created_at)
        SELECT '0x' || lpad(to_hex(i), 64, '0'), 'DELIVER', 'Beta', '%s', '{}', now(), i, now()
          FROM generate_series(%d, %d) AS i
        """
            .formatted(state, from, to));
  }

  private void bundles(int from, int to, String age, boolean members) {
    database.fill(
        """
        INSERT INTO bundle (root, leaves, told_at)
        SELECT '0x' || lpad(to_hex(i), 64, '0'), decode(repeat('00', 32), 'hex'),
               now() - interval '%s'
          FROM generate_series(%d, %d) AS i
        """
            .formatted(age, from, to));
    if (members) {
      database.fill(
          """
          INSERT INTO bundle_member (txid, kind, root, place)
          SELECT root, 'RECEIVE', root, 0 FROM bundle
          """);
    }
  }

  private void ended(int from, int to, String age, boolean refunded) {
    database.fill(
        """
        INSERT INTO archive (txid, ended_at, archived_at, refunded, record)
        SELECT txid, now() - interval '%1$s', now() - interval '%1$s', %2$s,
               jsonb_build_object('works', '[]'::jsonb, 'attestations', '[]'::jsonb, 'message',
                 jsonb_build_object('txid', txid, 'stage', 'SETTLED', 'marks', '', 'asks', 0,
                                    'updated_at', now()))
          FROM (SELECT '0x' || lpad(to_hex(i), 64, '0') AS txid
                  FROM generate_series(%3$d, %4$d) AS i) AS ids
        """
            .formatted(age, refunded, from, to));
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static TxId txid(long number) {
    return TxId.of(BigInteger.valueOf(number));
  }
}
