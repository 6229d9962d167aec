// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.cost.UnitPrices;
import io.settlement.gas.price.Rates;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the quote a prepayment was made on. Nothing on chain names it, so the money does. */
@Repository
public class HonouredQuotes {
  private final JdbcClient jdbc;
  private final GasSettings.Quotes settings;

  HonouredQuotes(JdbcClient jdbc, GasSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings.quotes();
  }

  /**
   * A message that was paid for.
   *
   * @param sentAt its block's time; a quote counts when it was valid then
   * @param prepaid a quote counts when it asked for no more
   */
  public record Paid(TxId txid, RouteId route, Size size, Instant sentAt, Wei prepaid) {}

  /**
   * For each message the quote that asked for exactly what was paid, else the dearest of the newest
   * that asked for less. Messages without one are absent. Only quotes of a message's time are
   * looked at: none stands longer than the longest.
   */
  public Map<TxId, Terms> honour(Collection<Paid> messages) {
    Map<TxId, Terms> honoured = new HashMap<>();
    if (messages.isEmpty()) {
      return honoured;
    }
    jdbc.sql(
            """
            with paid as (
              select p.*, p.sent_at - (select max(expires_at - issued_at) from quote) as since
                from unnest(:txids::text[], :routes::text[], :sizes::integer[],
                            :handlerGas::bigint[], :times::timestamptz[], :prepaid::numeric[])
                as p (txid, route, size, handler_gas, sent_at, prepaid))
            select paid.txid, q.*, legs.*
              from paid cross join lateral (
                (select 1 as choice, e.* from quote e
                  where e.route = paid.route and e.total = paid.prepaid
                    and e.payload_bytes >= paid.size and e.handler_gas >= paid.handler_gas
                    and e.expires_at >= paid.sent_at
                    and e.issued_at between paid.since
                                        and paid.sent_at + make_interval(secs => :skew)
                  limit 1)
                union all
                (select 2 as choice, n.* from (
                   select * from quote
                    where route = paid.route
                      and issued_at between paid.since
                                        and paid.sent_at + make_interval(secs => :skew)
                      and expires_at >= paid.sent_at
                    order by issued_at desc limit 50) n
                  where n.total <= paid.prepaid and n.payload_bytes >= paid.size
                    and n.handler_gas >= paid.handler_gas
                  order by n.total desc limit 1)
                order by choice limit 1) q
             cross join lateral (
               select max(base_fee + priority_fee) filter (where leg = 'DELIVERY')
                        as delivery_price,
                      max(base_fee + priority_fee) filter (where leg = 'CALLBACK')
                        as callback_price
                 from quote_leg where quote_id = q.id) legs
            """)
        .param("txids", Columns.of(messages, Paid::txid))
        .param("routes", Columns.of(messages, Paid::route))
        .param("sizes", Columns.of(messages, paid -> paid.size().payloadBytes()))
        .param("handlerGas", Columns.of(messages, paid -> paid.size().handlerGas()))
        .param("times", Columns.of(messages, Paid::sentAt))
        .param("prepaid", Columns.of(messages, Paid::prepaid))
        .param("skew", settings.clockSkew().toSeconds())
        .query(
            row -> {
              honoured.put(new TxId(row.getString("txid")), terms(row));
            });
    return honoured;
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        new Wei(row.getBigDecimal("total").toBigIntegerExact()),
        row.getString("id"),
        new Rates(row.getBigDecimal("rate_source"), row.getBigDecimal("rate_destination")),
        row.getInt("margin_bps"),
        new Wei(row.getBigDecimal("refund_fee").toBigIntegerExact()),
        prices(row));
  }

  private static @Nullable UnitPrices prices(ResultSet row) throws SQLException {
    BigDecimal delivery = row.getBigDecimal("delivery_price");
    BigDecimal callback = row.getBigDecimal("callback_price");
    return delivery == null || callback == null
        ? null
        : new UnitPrices(
            new Wei(delivery.toBigIntegerExact()), new Wei(callback.toBigIntegerExact()));
  }
}
