// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the operator has promised and not settled yet, by the chain it is paid on, in wei of it: the
 * totals of signed quotes that may still be paid, one for each message, and of covered messages
 * that have not ended. The operator bears what a message costs beyond its total; no cost is known
 * beforehand, so the totals themselves are what is counted.
 */
@Component
class Exposure implements MeterBinder {
  private static final String OPEN =
      """
      with open as (
        select split_part(route, ':', 1) as chain, max(total) as total
          from quote q
         where txid is not null and expires_at >= now() - make_interval(secs => :skew)
           and not exists (select from gas_account a
                            where a.txid = q.txid and a.state not in ('OPEN', 'SHORT'))
         group by 1, txid),
      covered as (
        select split_part(route, ':', 1) as chain, required as total
          from gas_account where state = 'COVERED'),
      promised as (
        select chain, sum(total) as quoted, 0 as covered from open group by chain
        union all
        select chain, 0, coalesce(sum(total), 0) from covered group by chain)
      select chain, sum(quoted) as quoted, sum(covered) as covered
        from promised where chain is not null group by chain
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final PromiseSettings settings;
  private final GasSettings.Quotes quotes;
  private final ChainNodes nodes;
  private volatile Map<ChainName, Open> latest = Map.of();

  Exposure(
      JdbcClient jdbc,
      TransactionOperations transactions,
      PromiseSettings settings,
      GasSettings gas,
      ChainNodes nodes) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.settings = settings;
    this.quotes = gas.quotes();
    this.nodes = nodes;
  }

  /**
   * Promises of one chain, in wei of it.
   *
   * @param quoted of signed quotes that may still be paid
   * @param covered of messages that have not ended
   */
  record Open(Wei quoted, Wei covered) {
    static final Open NOTHING = new Open(Wei.ZERO, Wei.ZERO);

    Wei total() {
      return quoted.plus(covered);
    }
  }

  /**
   * What operators read.
   *
   * @param cap null when there is none
   */
  record View(ChainName chain, Wei quoted, Wei covered, Wei total, @Nullable Wei cap) {}

  /** Of every chain that is read, as it is now. */
  List<View> now() {
    Map<ChainName, Open> open = sums();
    return nodes.chains().stream()
        .map(
            chain -> {
              Open of = open.getOrDefault(chain, Open.NOTHING);
              return new View(
                  chain, of.quoted(), of.covered(), of.total(), settings.capOf(chain).orElse(null));
            })
        .toList();
  }

  @Scheduled(fixedDelayString = "${settlement.gas.quotes.exposure-interval:5s}")
  void look() {
    latest = sums();
  }

  /**
   * Lets a quote be kept while its chain's promises stay below the cap: exactly for signed ones,
   * which promise; by the last look for estimates, which promise nothing until they are paid on.
   */
  void admit(Quote quote, Runnable keep) {
    ChainName chain = quote.subject().route().from().chain();
    Wei cap = settings.capOf(chain).orElse(null);
    Wei total = quote.promise().total();
    if (cap == null) {
      keep.run();
    } else if (quote.signed() == null) {
      require(latest.getOrDefault(chain, Open.NOTHING), total, cap, chain);
      keep.run();
    } else {
      transactions.executeWithoutResult(
          status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", "quotes:" + chain)
                .query(row -> {});
            require(sums().getOrDefault(chain, Open.NOTHING), total, cap, chain);
            keep.run();
          });
    }
  }

  private static void require(Open open, Wei more, Wei cap, ChainName chain) {
    if (open.total().plus(more).compareTo(cap) > 0) {
      throw Problem.unavailable(
          "exposure-exceeded", "the operator's open promises on " + chain + " leave no room");
    }
  }

  private Map<ChainName, Open> sums() {
    Map<ChainName, Open> sums = new HashMap<>();
    jdbc.sql(OPEN)
        .param("skew", quotes.clockSkew().toSeconds())
        .query(
            row -> {
              sums.put(
                  new ChainName(row.getString("chain")),
                  new Open(
                      new Wei(row.getBigDecimal("quoted").toBigIntegerExact()),
                      new Wei(row.getBigDecimal("covered").toBigIntegerExact())));
            });
    return sums;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    nodes.each(
        chain ->
            Gauge.builder("settlement.gas.exposure", () -> of(chain))
                .description("totals of open promises, in wei of the chain they are paid on")
                .tag("chain", chain.value())
                .register(meters));
  }

  private double of(ChainName chain) {
    return latest.getOrDefault(chain, Open.NOTHING).total().value().doubleValue();
  }
}
