// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.Gas;
import io.settlement.gas.GasSettings;
import io.settlement.kit.sql.Columns;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The quotes that were given. */
@Repository
class Quotes {
  private static final int FORGOTTEN_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final GasSettings.Quotes settings;
  private final Clock clock;

  Quotes(JdbcClient jdbc, GasSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings.quotes();
    this.clock = clock;
  }

  /** One statement: a quote and its legs. */
  void add(Quote quote) {
    Quote.Subject subject = quote.subject();
    Promise promise = quote.promise();
    List<QuotedLeg> legs = promise.legs();
    JdbcClient.StatementSpec statement =
        jdbc.sql(
                """
                with told as (
                  insert into quote
                    (id, route, payload_bytes, handler_gas, amount, rate_source, rate_destination,
                     margin_bps, margin, refund_fee, total, finality_confirmations, finality_tag,
                     finality_seconds, issued_at, expires_at, txid, sender, payer, payload_hash,
                     legs_hash, chain_id, vault, signer, signature, concern, tried_gas,
                     plan_id, plan_position, requote_bound)
                  values (:id, :route, :payloadBytes, :handlerGas, :amount, :rateSource,
                          :rateDestination, :marginBps, :margin, :refundFee, :total,
                          :confirmations, :tag, :seconds, :issuedAt, :expiresAt, :txid, :sender,
                          :payer, :payloadHash, :legsHash, :chainId, :vault, :signer, :signature,
                          :concern, :tried, :plan, :position, :bound)
                  returning id)
                insert into quote_leg
                  (quote_id, position, leg, chain, gas_limit, gas_source, base_fee, priority_fee,
                   data_fee, fee_native, fee_in_source, seconds_median, seconds_high)
                select told.id, l.place - 1, l.leg, l.chain, l.gas, l.origin, l.base, l.priority,
                       l.data, l.native, l.source, l.median, l.high
                  from told cross join unnest(
                    :legs::text[], :chains::text[], :gas::bigint[], :origins::text[],
                    :bases::numeric[], :priorities::numeric[], :datas::numeric[],
                    :natives::numeric[], :sources::numeric[], :medians::bigint[],
                    :highs::bigint[]) with ordinality
                    as l (leg, chain, gas, origin, base, priority, data, native, source, median,
                          high, place)
                """)
            .param("id", quote.id())
            .param("route", subject.route().toString())
            .param("payloadBytes", subject.size().payloadBytes())
            .param("handlerGas", subject.size().handlerGas().units())
            .param("amount", subject.amount() == null ? null : subject.amount().value())
            .param("rateSource", promise.rates().source())
            .param("rateDestination", promise.rates().destination())
            .param("marginBps", promise.marginBps())
            .param("margin", promise.margin().value())
            .param("refundFee", promise.refundFee().value())
            .param("total", promise.total().value())
            .param("confirmations", quote.finality().confirmations())
            .param("tag", quote.finality().tag())
            .param("seconds", quote.finality().estimateSeconds())
            .param("issuedAt", Timestamp.from(quote.validity().from()))
            .param("expiresAt", Timestamp.from(quote.validity().until()))
            .param("concern", quote.trial().concern())
            .param("tried", of(quote.trial().used(), Gas::units))
            .param("legs", Columns.of(legs, leg -> leg.price().leg()))
            .param("chains", Columns.of(legs, leg -> leg.price().chain()))
            .param("gas", Columns.of(legs, leg -> leg.price().gasLimit()))
            .param("origins", Columns.of(legs, leg -> leg.price().gasSource()))
            .param("bases", Columns.of(legs, leg -> leg.price().baseFee()))
            .param("priorities", Columns.of(legs, leg -> leg.price().priorityFee()))
            .param("datas", Columns.of(legs, leg -> leg.price().dataFee()))
            .param("natives", Columns.of(legs, leg -> leg.price().feeNative()))
            .param("sources", Columns.of(legs, leg -> leg.price().feeInSource()))
            .param("medians", times(legs, LegTime::p50Seconds))
            .param("highs", times(legs, LegTime::p95Seconds));
    placed(signed(statement, quote.signed()), quote.place()).update();
  }

  private static JdbcClient.StatementSpec signed(
      JdbcClient.StatementSpec statement, Quote.@Nullable Signed signed) {
    return statement
        .param("txid", of(signed, s -> s.struct().txid().hex()))
        .param("sender", of(signed, s -> s.sender().hex()))
        .param("payer", of(signed, s -> s.struct().payer().hex()))
        .param("payloadHash", of(signed, s -> s.struct().payloadHash().hex()))
        .param("legsHash", of(signed, s -> s.struct().legsHash().hex()))
        .param("chainId", of(signed, Quote.Signed::chainId))
        .param("vault", of(signed, s -> s.vault().hex()))
        .param("signer", of(signed, s -> s.signer().hex()))
        .param("signature", of(signed, Quote.Signed::signature));
  }

  private static JdbcClient.StatementSpec placed(
      JdbcClient.StatementSpec statement, Quote.@Nullable Place place) {
    return statement
        .param("plan", of(place, Quote.Place::plan))
        .param("position", of(place, Quote.Place::position))
        .param("bound", of(place, p -> p.bound() == null ? null : p.bound().value()));
  }

  private static <T> @Nullable Object of(
      @Nullable T whole, Function<T, ? extends @Nullable Object> part) {
    return whole == null ? null : part.apply(whole);
  }

  private static @Nullable String[] times(
      Collection<QuotedLeg> legs, Function<LegTime, Long> which) {
    return Columns.of(
        legs,
        leg -> {
          LegTime time = leg.time();
          return time == null ? null : which.apply(time);
        });
  }

  Optional<Quote> find(UUID id) {
    return jdbc.sql("select * from quote where id = ?")
        .param(id)
        .query((row, index) -> new QuoteRow(row, legs(id)).quote())
        .optional();
  }

  /** Whether it may still be paid on. */
  boolean isOpen(Quote quote) {
    return !clock.instant().isAfter(quote.validity().lastSecond());
  }

  /** The newest quote of each hop, in order. */
  List<Quote> ofPlan(UUID plan) {
    return jdbc
        .sql(
            """
            select distinct on (plan_position) id from quote
             where plan_id = ? order by plan_position, issued_at desc
            """)
        .param(plan)
        .query((row, index) -> row.getObject("id", UUID.class))
        .list()
        .stream()
        .map(id -> find(id).orElseThrow())
        .toList();
  }

  private List<QuotedLeg> legs(UUID id) {
    return jdbc.sql("select * from quote_leg where quote_id = ? order by position")
        .param(id)
        .query((row, index) -> QuoteRow.leg(row))
        .list();
  }

  /** What nobody can honour or ask for any more, in small transactions. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void forgetExpired() {
    Timestamp limit = Timestamp.from(clock.instant().minus(settings.retention()));
    int forgotten;
    do {
      forgotten =
          jdbc.sql(
                  """
                  delete from quote where id = any(array(
                    select id from quote where expires_at < ?
                     order by expires_at limit ? for update skip locked))
                  """)
              .params(limit, FORGOTTEN_AT_ONCE)
              .update();
    } while (forgotten == FORGOTTEN_AT_ONCE);
  }
}
