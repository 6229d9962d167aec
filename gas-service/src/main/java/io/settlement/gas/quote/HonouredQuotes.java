// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.Gas;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the quote a prepayment was made on: the one that the vault named, else the signed one of
 * the message, else, where nothing names one, the estimate that the money fits.
 */
@Repository
public class HonouredQuotes {
  private static final Logger log = LoggerFactory.getLogger(HonouredQuotes.class);

  private final JdbcClient jdbc;
  private final GasSettings.Quotes settings;
  private final MeterRegistry meters;

  HonouredQuotes(JdbcClient jdbc, GasSettings settings, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.settings = settings.quotes();
    this.meters = meters;
  }

  /**
   * A message that was paid for.
   *
   * @param sentAt its block's time; a quote counts when it was valid then
   * @param prepaid a quote counts when it asked for no more
   */
  public record Paid(TxId txid, RouteId route, Size size, Instant sentAt, Wei prepaid) {}

  /**
   * A signed quote that its message is not charged by.
   *
   * @param reason PAYLOAD_DIFFERS when something else was sent than was quoted,
   *     HANDLER_GAS_EXCEEDED when its handler is to be given more, SENT_LATE when it had expired
   */
  public record Refusal(TxId txid, String quoteId, String reason) {}

  /**
   * For each message the terms of its quote; messages without one are absent. A signed quote counts
   * when exactly what was quoted was sent; the vault has checked money and time of those it named.
   * Of the estimates the one that asked for exactly what was paid, else the dearest of the newest
   * that asked for less. Only quotes of a message's time are looked at: none stands longer than the
   * longest.
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
            select paid.txid as message, q.*, legs.*
              from paid cross join lateral (
                (select -1 as choice, s.* from quote s
                   join quote_paid p on p.txid = s.txid and p.quote_id = s.id
                   join quoted_message m on m.txid = s.txid
                  where s.txid = paid.txid and s.payload_hash = m.payload_hash
                    and s.handler_gas >= paid.handler_gas
                  order by p.paid_at limit 1)
                union all
                (select 0 as choice, s.* from quote s
                   join quoted_message m on m.txid = s.txid
                  where s.txid = paid.txid and s.payload_hash = m.payload_hash
                    and s.handler_gas >= paid.handler_gas and s.total <= paid.prepaid
                    and s.expires_at >= paid.sent_at
                  order by s.total desc limit 1)
                union all
                (select 1 as choice, e.* from quote e
                  where e.route = paid.route and e.total = paid.prepaid and e.txid is null
                    and e.payload_bytes >= paid.size and e.handler_gas >= paid.handler_gas
                    and e.expires_at >= paid.sent_at
                    and e.issued_at between paid.since
                                        and paid.sent_at + make_interval(secs => :skew)
                  limit 1)
                union all
                (select 2 as choice, n.* from (
                   select * from quote
                    where route = paid.route and txid is null
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
                        as callback_price,
                      max(gas_limit) filter (where leg = 'DELIVERY') as delivery_units,
                      max(gas_limit) filter (where leg = 'CALLBACK') as callback_units
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
              honoured.put(new TxId(row.getString("message")), terms(row));
            });
    say(refusals(messages.stream().map(Paid::txid).toList()), honoured);
    return honoured;
  }

  private void say(List<Refusal> refusals, Map<TxId, Terms> honoured) {
    for (Refusal refusal : refusals) {
      Terms terms = honoured.get(refusal.txid());
      if (terms == null || !refusal.quoteId().equals(terms.quoteId())) {
        meters.counter("settlement.gas.quotes.refused", "reason", refusal.reason()).increment();
        log.atWarn()
            .addKeyValue("txid", refusal.txid())
            .addKeyValue("quote", refusal.quoteId())
            .addKeyValue("reason", refusal.reason())
            .log("a signed quote is not honoured: the message is priced as it arrived");
      }
    }
  }

  /** Why signed quotes of these messages do not count; nothing for those that do. */
  public List<Refusal> refusals(Collection<TxId> txids) {
    return jdbc.sql(
            """
            select r.* from (
              select q.txid, q.id, q.issued_at,
                     case when m.payload_hash <> q.payload_hash then 'PAYLOAD_DIFFERS'
                          when m.handler_gas > q.handler_gas then 'HANDLER_GAS_EXCEEDED'
                          when m.sent_at > q.expires_at and p.quote_id is null then 'SENT_LATE'
                     end as reason
                from unnest(:txids::text[]) as asked (txid)
                join quote q on q.txid = asked.txid
                join quoted_message m on m.txid = asked.txid
                left join quote_paid p on p.txid = q.txid and p.quote_id = q.id) r
             where r.reason is not null order by r.txid, r.issued_at
            """)
        .param("txids", Columns.of(txids, TxId::hex))
        .query(
            (row, index) ->
                new Refusal(
                    new TxId(row.getString("txid")), row.getString("id"), row.getString("reason")))
        .list();
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
    UnitPrices.OfLeg delivery = leg(row, "delivery");
    UnitPrices.OfLeg callback = leg(row, "callback");
    return delivery == null || callback == null ? null : new UnitPrices(delivery, callback);
  }

  private static UnitPrices.@Nullable OfLeg leg(ResultSet row, String leg) throws SQLException {
    BigDecimal price = row.getBigDecimal(leg + "_price");
    return price == null
        ? null
        : new UnitPrices.OfLeg(
            new Wei(price.toBigIntegerExact()), new Gas(row.getLong(leg + "_units")));
  }
}
