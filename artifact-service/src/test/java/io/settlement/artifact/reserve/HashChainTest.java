// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.book.Account;
import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Booking.Cause;
import io.settlement.artifact.book.Books;
import io.settlement.artifact.book.Place;
import io.settlement.artifact.reserve.PastBalances.Point;
import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.ChainName;
import io.settlement.kit.test.TableScans;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HashChainTest extends ArtifactTest {
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

  @Autowired Books books;
  @Autowired PastBalances past;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TransactionTemplate transaction;

  private final String artifact = "CHAIN-" + UUID.randomUUID();

  @Test
  void aChainThatNobodyTouchedIsWholeAndContinuesAcrossStretches() {
    book(25, 10, 0);

    assertThat(past.verify(artifact, 0, 10_000).broken()).isNull();
    assertThat(past.verify(artifact, 10, 10))
        .returns(11L, PastBalances.Verified::from)
        .returns(20L, PastBalances.Verified::to)
        .returns(null, PastBalances.Verified::broken);
    assertThat(past.wrongBalances(artifact)).isEmpty();
  }

  @Test
  void aChangedRowIsFound() {
    book(12, 4, 0);
    tamper("update entry set amount = amount * 2 where cause = '" + cause(7) + "'");

    assertThat(past.verify(artifact, 0, 10_000).broken()).isEqualTo(8);
    assertThat(past.wrongBalances(artifact)).containsExactly("Alpha holders", "Alpha staked:x");
  }

  @Test
  void aRemovedRowAndACutOffEndAreFound() {
    book(12, 4, 0);
    tamper("delete from entry where cause = '" + cause(11) + "'");
    tamper("delete from booking where cause = '" + cause(11) + "'");
    assertThat(past.verify(artifact, 0, 10_000).broken()).isEqualTo(12);

    tamper("delete from entry where cause = '" + cause(4) + "'");
    tamper("delete from booking where cause = '" + cause(4) + "'");
    assertThat(past.verify(artifact, 0, 10_000).broken()).isEqualTo(6);
  }

  @Test
  void balancesOfThePastComeFromTheNearestMark() {
    book(2_500, 100, 0);

    Point point = past.at(artifact, BEGIN.plusSeconds(12)).orElseThrow();
    assertThat(point.seq()).isEqualTo(1_300);
    assertThat(sums(past.upTo(artifact, 1_300)))
        .isEqualTo(Map.of("holders", BigInteger.valueOf(-1_300), "staked:x", big(1_300)));
    assertThat(sums(past.atBlock(artifact, ALPHA, 2_399)))
        .isEqualTo(Map.of("holders", BigInteger.valueOf(-2_400), "staked:x", big(2_400)));
    Map<String, Long> read =
        new TableScans(jdbc, transactions)
            .rowsReadBy(() -> assertThat(past.upTo(artifact, 2_499)).hasSize(2));
    assertThat(read.getOrDefault("entry", 0L)).isLessThan(1_500);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static Map<String, BigInteger> sums(List<Balance> balances) {
    Map<String, BigInteger> sums = new TreeMap<>();
    balances.forEach(balance -> sums.put(balance.account(), balance.amount()));
    return sums;
  }

  private String cause(int number) {
    return artifact + "/" + number;
  }

  /** One unit each, so many at a time, a second apart. */
  private void book(int bookings, int atOnce, int first) {
    for (int i = first; i < first + bookings; i += atOnce) {
      List<Booking> some = new ArrayList<>();
      for (int n = i; n < Math.min(i + atOnce, first + bookings); n++) {
        some.add(
            Booking.moving(
                artifact,
                new Cause(cause(n), null, new Place(ALPHA, (long) n, null)),
                Movement.STAKE,
                Account.HOLDERS.word(),
                "staked:x",
                BigInteger.ONE));
      }
      Instant at = BEGIN.plusSeconds(i / atOnce);
      transaction.executeWithoutResult(status -> books.add(some, at));
    }
  }

  /** As somebody who owns the database could. */
  private void tamper(String statement) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(statement).update();
        });
  }
}
