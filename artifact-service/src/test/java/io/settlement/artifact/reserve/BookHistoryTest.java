// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.book.Books;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.TableScans;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The books keep everything; what is asked again and again reads little of it. */
class BookHistoryTest extends ArtifactTest {
  private static final String ARTIFACT = "history";
  private static final TxId SOME = TxId.of(BigInteger.valueOf(7));

  @Autowired Reserves reserves;
  @Autowired Books books;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void whatIsProvedIsNotReadAgain() {
    assertThat(
            scans()
                .during(
                    () -> {
                      reserves.prove(Instant.now());
                      reserves.sums(Instant.now());
                      books.unbooked(SOME);
                    }))
        .doesNotContainKeys("transfer", "booking", "entry");
  }

  @Test
  void theBookingsOfOneMessageAndTheNewestAreFoundWithoutTheOthers() {
    Map<String, Long> read =
        scans()
            .rowsReadBy(
                () -> {
                  assertThat(books.lines(ARTIFACT, SOME.hex(), 50)).hasSize(2);
                  assertThat(books.lines(ARTIFACT, null, 50)).hasSize(100);
                });

    assertThat(read.get("booking")).isLessThan(200);
    assertThat(read.get("entry")).isLessThan(200);
  }

  private TableScans scans() {
    return new TableScans(jdbc, transactions).after(this::fill);
  }

  private void fill() {
    // What other tests left unproved is no history, and there may be much of it.
    jdbc.sql("update transfer set proof = 'PROVED' where proof <> 'PROVED'").update();
    jdbc.sql(
            """
            insert into transfer (txid, amount, artifact, departure, arrival, ending, delivered,
                                  settled, settled_at, proof)
            select '0x' || lpad(to_hex(i), 64, '0'), 5, '%s', 'ESCROW', 'MINT', 'BURN', 'SUCCESS',
                   'SUCCESS', now(), 'PROVED'
              from generate_series(1, 10000) as i
            """
                .formatted(ARTIFACT))
        .update();
    jdbc.sql(
            """
            insert into booking (cause, movement, artifact, booked_at, seq, hash, chain)
            select txid, 'ESCROW', artifact, now() - interval '1 second' * (10000 - n), n, '', 'Alpha'
              from (select *, row_number() over () as n from transfer where artifact = '%s') t
            """
                .formatted(ARTIFACT))
        .update();
    jdbc.sql(
            """
            insert into entry (cause, movement, chain, account, amount)
            select cause, movement, 'Alpha', side.account, side.amount
              from booking, (values ('holders', -5), ('escrow', 5)) as side (account, amount)
             where artifact = '%s'
            """
                .formatted(ARTIFACT))
        .update();
  }
}
