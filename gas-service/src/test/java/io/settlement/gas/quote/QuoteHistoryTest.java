// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.quote.HonouredQuotes.Paid;
import io.settlement.kit.test.TableScans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The price stands still, so every quote of a route asks for the same. */
class QuoteHistoryTest extends GasTest {
  private static final Wei PRICE = Wei.of(1_000);

  /** Signed quotes of other tests of this database, so few that their index is read as a whole. */
  private static final long FEW = 200;

  @Autowired HonouredQuotes honoured;
  @Autowired Quotes quotes;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final RouteId route = Story.randomRoute();

  @Test
  void aMessageLooksAmongTheQuotesOfItsTimeOnly() {
    TableScans scans = new TableScans(jdbc, transactions).after(this::fill);

    assertThat(readFor(scans, Instant.now().plus(Duration.ofHours(1)))).isLessThan(FEW);
    assertThat(readFor(scans, Instant.now().minus(Duration.ofHours(2))))
        .isLessThan(ofItsTime() + FEW);
    assertThat(readFor(scans, Instant.now().minus(Duration.ofDays(2)))).isLessThan(FEW);
  }

  @Test
  void aQuoteIsHonouredThroughoutItsTimeHoweverLongItStands() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              fill();
              Instant now = Instant.now();
              assertThat(honour(now.minus(Duration.ofHours(2)))).hasSize(1);
              assertThat(honour(now.plus(Duration.ofMinutes(30)))).isEmpty();
              jdbc.sql(
                      """
                      update quote set expires_at = issued_at + interval '1 hour'
                       where route = ? and issued_at > now() - interval '30 seconds'
                      """)
                  .param(route.toString())
                  .update();
              assertThat(honour(now.plus(Duration.ofMinutes(30)))).hasSize(1);
            });
  }

  @Test
  void expiredQuotesAreForgottenInParts() {
    fill();

    quotes.forgetExpired();
    assertThat(count()).isEqualTo(20_000);
    jdbc.sql(
            "update quote set expires_at = expires_at - interval '3 days', issued_at = issued_at -"
                + " interval '3 days' where route = ? and issued_at < now() - interval '1 hour'")
        .param(route.toString())
        .update();
    quotes.forgetExpired();

    assertThat(count()).isBetween(3_590L, 3_600L);
  }

  /** One each second for as long as the longest quote stands, and the margin for clocks; twice. */
  private long ofItsTime() {
    long longest =
        jdbc.sql("select ceil(extract(epoch from max(expires_at - issued_at))) from quote")
            .query(Long.class)
            .single();
    assertThat(longest)
        .as("a quote of a test stands so long that this shows nothing")
        .isLessThan(3_600);
    return 2 * (longest + 30);
  }

  private long readFor(TableScans scans, Instant sentAt) {
    return scans.rowsReadBy(() -> honour(sentAt)).getOrDefault("quote", 0L);
  }

  private Map<TxId, Terms> honour(Instant sentAt) {
    return honoured.honour(
        List.of(
            new Paid(Story.begin().txid, route, new Size(100, new Gas(500_000)), sentAt, PRICE)));
  }

  private long count() {
    return jdbc.sql("select count(*) from quote where route = ?")
        .param(route.toString())
        .query(Long.class)
        .single();
  }

  /** One each second. */
  private void fill() {
    jdbc.sql(
            """
            insert into quote (id, route, payload_bytes, rate_source, rate_destination, margin_bps,
                               margin, refund_fee, total, issued_at, expires_at, handler_gas)
            select gen_random_uuid(), ?, 100, 1, 1, 1000, 1, 1, ?,
                   now() - interval '1 second' * i, now() - interval '1 second' * (i - 300), 500000
              from generate_series(1, 20000) as i
            """)
        .params(route.toString(), PRICE.value())
        .update();
  }
}
