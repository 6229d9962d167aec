// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.proof.RouteLiquidity.Flow;
import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells how much can arrive over each route: when that changes, and again and again, because an old
 * word counts for nothing. Of what nobody knows nothing is told. Several instances tell it once.
 */
@Component
class LiquidityNews {
  private final RouteLiquidity routes;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final LiquiditySettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LiquidityNews(
      RouteLiquidity routes,
      JdbcClient jdbc,
      Outbox outbox,
      LiquiditySettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.routes = routes;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${settlement.artifact.liquidity.interval:15s}")
  void tell() {
    // What happens while the chains are asked is not in the answer.
    Instant asked = clock.instant();
    List<Flow> known = routes.all().stream().filter(flow -> flow.unknown() == null).toList();
    if (!known.isEmpty()) {
      transaction.executeWithoutResult(
          status -> {
            List<LiquidityChanged> news = keep(known, asked);
            if (!news.isEmpty()) {
              outbox.append(news);
            }
          });
    }
  }

  private List<LiquidityChanged> keep(List<Flow> flows, Instant now) {
    return jdbc.sql(
            """
            insert into route_liquidity as r (route, artifact, available, stopped, told_at)
            select f.*, :now::timestamptz
              from unnest(:routes::text[], :artifacts::text[], :availables::numeric[],
                          :stops::text[]) as f (route, artifact, available, stopped)
             order by f.route
            on conflict (route) do update
               set artifact = excluded.artifact, available = excluded.available,
                   stopped = excluded.stopped, told_at = excluded.told_at
             where r.told_at < excluded.told_at
               and (row (r.artifact, r.available, r.stopped)
                      is distinct from row (excluded.artifact, excluded.available, excluded.stopped)
                    or r.told_at <= :before::timestamptz)
            returning route, artifact, available, stopped
            """)
        .param("now", now.toString())
        .param("before", now.minus(settings.again()).toString())
        .param("routes", Columns.of(flows, Flow::route))
        .param("artifacts", Columns.of(flows, Flow::artifact))
        .param("availables", Columns.of(flows, Flow::available))
        .param("stops", Columns.of(flows, Flow::stopped))
        .query(
            (row, n) ->
                new LiquidityChanged(
                    row.getString("artifact"),
                    RouteId.parse(row.getString("route")),
                    amount(row.getBigDecimal("available")),
                    row.getString("stopped"),
                    now))
        .list();
  }

  private static @Nullable TokenAmount amount(@Nullable BigDecimal available) {
    return available == null ? null : new TokenAmount(available.toBigIntegerExact());
  }
}
