// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.Databases;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Books that were kept before bookings were chained. */
class MigrationOfBooksTest {
  private static final String USER = "postgres";
  private static final String FIRST = "0x" + "11".repeat(32);
  private static final String SECOND = "0x" + "22".repeat(32);
  private static final String OTHER = "0x" + "33".repeat(32);

  /** 2026-11-01T00:00:00Z in microseconds. */
  private static final long BEGIN = 1_793_491_200_000_000L;

  private final String url = Databases.fresh();
  private final JdbcClient jdbc =
      JdbcClient.create(new SingleConnectionDataSource(url, USER, USER, true));

  @Test
  void whatWasBookedBeforeIsChainedInItsOrderAndNothingElseOfItChanges() {
    migrate("1");
    book(FIRST, "ESCROW", "A", 0, "Alpha", "holders", "escrow", 100);
    book(SECOND, "ESCROW", "A", 1, "Alpha", "holders", "escrow", 7);
    book(FIRST, "MINT", "A", 2, "Beta", "issuance", "holders", 100);
    book(FIRST, "BURN", "A", 2, "Alpha", "escrow", "issuance", 100);
    book(OTHER, "ESCROW", "B", 1, "Beta", "holders", "escrow", 5);
    sum();

    migrate("2");

    String one = chained("A", 1, FIRST, "ESCROW", "Alpha", 0, "escrow,100;Alpha,holders,-100", "");
    String two = chained("A", 2, SECOND, "ESCROW", "Alpha", 1, "escrow,7;Alpha,holders,-7", one);
    String three =
        chained("A", 3, FIRST, "BURN", "Alpha", 2, "escrow,-100;Alpha,issuance,100", two);
    String four =
        chained("A", 4, FIRST, "MINT", "Beta", 2, "holders,100;Beta,issuance,-100", three);
    String others = chained("B", 1, OTHER, "ESCROW", "Beta", 1, "escrow,5;Beta,holders,-5", "");
    assertThat(hashes("A")).containsExactly(one, two, three, four);
    assertThat(hashes("B")).containsExactly(others);
    assertThat(
            jdbc.sql("select artifact || seq || hash from book_head order by artifact")
                .query(String.class)
                .list())
        .containsExactly("A4" + four, "B1" + others);

    migrate("latest");

    PastBalances past = new PastBalances(jdbc);
    assertThat(past.newest("A")).isEqualTo(new PastBalances.Point(4, four));
    assertThat(past.verify("A", 0, 100))
        .returns(null, PastBalances.Verified::broken)
        .returns(4L, PastBalances.Verified::to);
    assertThat(past.verify("B", 0, 100).broken()).isNull();
    assertThat(past.wrongBalances("A")).isEmpty();
    assertThat(past.upTo("A", 4))
        .contains(new Reserves.Balance("Alpha", "escrow", BigInteger.valueOf(7)));
    jdbc.sql("alter table entry disable trigger entry_is_append_only").update();
    jdbc.sql("update entry set amount = amount * 2 where cause = ?").param(SECOND).update();
    assertThat(past.verify("A", 0, 100).broken()).isEqualTo(2);
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(url, USER, USER)
        .locations("classpath:db/kit", "classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private void book(
      String txid,
      String movement,
      String artifact,
      int seconds,
      String chain,
      String from,
      String to,
      long amount) {
    jdbc.sql("insert into transfer (txid, artifact) values (?, ?) on conflict do nothing")
        .params(txid, artifact)
        .update();
    jdbc.sql(
            """
            insert into booking (txid, movement, artifact, booked_at)
            values (?, ?, ?, timestamptz '2026-11-01T00:00:00Z' + make_interval(secs => ?))
            """)
        .params(txid, movement, artifact, seconds)
        .update();
    jdbc.sql(
            """
            insert into entry (txid, movement, chain, account, amount)
            values (:txid, :movement, :chain, :from, -:amount), (:txid, :movement, :chain, :to, :amount)
            """)
        .param("txid", txid)
        .param("movement", movement)
        .param("chain", chain)
        .param("from", from)
        .param("to", to)
        .param("amount", amount)
        .update();
  }

  private void sum() {
    jdbc.sql(
            """
            insert into balance (artifact, chain, account, amount)
            select b.artifact, e.chain, e.account, sum(e.amount)
              from booking b join entry e on e.txid = b.txid and e.movement = b.movement
             group by b.artifact, e.chain, e.account
            """)
        .update();
  }

  private List<String> hashes(String artifact) {
    return jdbc.sql("select hash from booking where artifact = ? order by seq")
        .param(artifact)
        .query((row, n) -> row.getString("hash"))
        .list();
  }

  /** As {@code Chained} writes it, of a booking whose block and transaction nobody kept. */
  private static String chained(
      String artifact,
      long seq,
      String cause,
      String movement,
      String chain,
      int seconds,
      String entries,
      String previous) {
    String text =
        String.join(
            "|",
            artifact,
            Long.toString(seq),
            cause,
            movement,
            chain,
            "",
            "",
            Long.toString(BEGIN + seconds * 1_000_000L),
            chain + "," + entries,
            previous);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
