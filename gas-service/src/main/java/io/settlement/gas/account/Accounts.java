// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.cost.UnitPrices;
import io.settlement.kit.sql.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gas accounts; each method is one statement, whatever the number of rows. */
@Repository
class Accounts {
  private final JdbcClient jdbc;
  private final ChainFacts facts;
  private final VaultAccounts vaults;

  Accounts(JdbcClient jdbc, ChainFacts facts, VaultAccounts vaults) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.vaults = vaults;
  }

  /** Keeps what the facts say. What is known already stays, so a repeat changes nothing. */
  void record(Collection<FactSheet> sheets) {
    jdbc.sql(
            """
            insert into gas_account as a
              (txid, route, source_time, payload_bytes, handler_gas, refund_to,
               delivery_gas, callback_gas, refund_gas)
            select * from unnest(
              :txids::text[], :routes::text[], :times::timestamptz[], :sizes::integer[],
              :handlerGas::bigint[], :senders::text[],
              :deliveryGas::bigint[], :callbackGas::bigint[], :refundGas::bigint[])
            on conflict (txid) do update set
              route = coalesce(a.route, excluded.route),
              source_time = coalesce(a.source_time, excluded.source_time),
              payload_bytes = coalesce(a.payload_bytes, excluded.payload_bytes),
              handler_gas = coalesce(a.handler_gas, excluded.handler_gas),
              refund_to = coalesce(a.refund_to, excluded.refund_to),
              delivery_gas = coalesce(a.delivery_gas, excluded.delivery_gas),
              callback_gas = coalesce(a.callback_gas, excluded.callback_gas),
              refund_gas = coalesce(a.refund_gas, excluded.refund_gas)
            """)
        .param("txids", Columns.of(sheets, s -> s.txid))
        .param("routes", of(sheets, s -> s.sent, f -> f.message().route()))
        .param("times", of(sheets, s -> s.sent, f -> f.ref().blockTime()))
        .param("sizes", of(sheets, s -> s.sent, f -> Size.of(f.message()).payloadBytes()))
        .param("handlerGas", of(sheets, s -> s.sent, f -> f.message().terms().handlerGas()))
        .param("senders", of(sheets, s -> s.sent, f -> f.message().sender()))
        .param("deliveryGas", of(sheets, s -> s.delivered, d -> lesson(d.outcome(), d.cost())))
        .param("callbackGas", of(sheets, s -> s.settled, s -> lesson(s.outcome(), s.cost())))
        .param("refundGas", of(sheets, s -> s.refunded, r -> r.cost().gasUsed()))
        .update();
    facts.record(sheets);
  }

  /** Keeps that facts do not stand any more; see {@link ChainFacts#withdraw}. */
  Set<TxId> withdraw(Collection<FactSheet> sheets) {
    return facts.withdraw(sheets);
  }

  /** Keeps payments that are not final yet, and forgets those whose block was replaced. */
  void see(Collection<FactSheet> sheets) {
    List<FactSheet> gone = sheets.stream().filter(sheet -> !sheet.replaced.isEmpty()).toList();
    List<FactSheet> seen = sheets.stream().filter(sheet -> sheet.seen != null).toList();
    if (!gone.isEmpty()) {
      jdbc.sql(
              """
              update gas_account a set seen_amount = 0, seen_block = null
                from unnest(:txids::text[], :blocks::text[]) as gone (txid, block)
               where a.txid = gone.txid and a.seen_block = any (string_to_array(gone.block, ','))
              """)
          .param("txids", Columns.of(gone, s -> s.txid))
          .param("blocks", Columns.of(gone, s -> blocks(s.replaced)))
          .update();
    }
    if (!seen.isEmpty()) {
      jdbc.sql(
              """
              update gas_account a set seen_amount = p.amount, seen_block = p.block
                from unnest(:txids::text[], :amounts::numeric[], :blocks::text[])
                  as p (txid, amount, block)
               where a.txid = p.txid
              """)
          .param("txids", Columns.of(seen, s -> s.txid))
          .param("amounts", of(seen, s -> s.seen, PaymentSeen::amount))
          .param("blocks", of(seen, s -> s.seen, p -> p.ref().blockHash()))
          .update();
    }
  }

  private static String blocks(Collection<Hash> hashes) {
    return hashes.stream().map(Hash::hex).collect(Collectors.joining(","));
  }

  /** These accounts, held until the transaction ends. */
  List<GasAccount> lock(Collection<TxId> txids) {
    return known(
        jdbc.sql("select * from gas_account where txid = any(:txids) order by txid for update")
            .param("txids", Columns.of(txids, TxId::hex))
            .query((row, index) -> AccountRow.read(row))
            .list());
  }

  Optional<GasAccount> find(TxId txid) {
    return known(
            jdbc.sql("select * from gas_account where txid = :txid")
                .param("txid", txid.hex())
                .query((row, index) -> AccountRow.read(row))
                .list())
        .stream()
        .findFirst();
  }

  private List<GasAccount> known(List<GasAccount> accounts) {
    List<TxId> txids = accounts.stream().map(account -> account.txid).toList();
    Map<TxId, List<BookedFact>> said = facts.of(txids);
    Map<TxId, List<VaultAccount>> decided = vaults.of(txids);
    for (GasAccount account : accounts) {
      account.hear(
          said.getOrDefault(account.txid, List.of()),
          decided.getOrDefault(account.txid, List.of()));
    }
    return accounts;
  }

  /**
   * The oldest that wait for a price and can have one now; nobody else gets them until the
   * transaction ends.
   */
  List<TxId> priceable(Instant sampledAfter, int limit) {
    return jdbc.sql(
            """
            with fresh as (
              select chain from price_sample where sampled_at >= :sampledAfter::timestamptz)
            select txid from gas_account
             where state = 'OPEN' and route is not null
               and split_part(route, ':', 1) in (select chain from fresh)
               and split_part(split_part(route, '>', 2), ':', 1) in (select chain from fresh)
             order by opened_at limit :limit for update skip locked
            """)
        .param("sampledAfter", sampledAfter.toString())
        .param("limit", limit)
        .query((row, index) -> new TxId(row.getString("txid")))
        .list();
  }

  /** Keeps what was decided. */
  void save(Collection<GasAccount> accounts, Instant at) {
    facts.save(accounts);
    vaults.save(accounts, at);
    jdbc.sql(
            """
            update gas_account a set
              state = d.state, required = d.required, quote_id = d.quote_id,
              rate_source = d.rate_source, rate_destination = d.rate_destination,
              margin_bps = d.margin_bps, refund_fee = d.refund_fee,
              offered_until = d.offered_until, locked = d.locked,
              announced_prepaid = d.announced_prepaid, refund_due = d.refund_due,
              margin = d.margin, round = d.round, waiver = d.waiver,
              delivery_price = d.delivery_price, callback_price = d.callback_price,
              delivery_units = d.delivery_units, callback_units = d.callback_units
            from unnest(
              :txids::text[], :states::text[], :required::numeric[], :quoteIds::text[],
              :rateSources::numeric[], :rateDestinations::numeric[], :marginBps::integer[],
              :refundFees::numeric[], :offeredUntil::timestamptz[], :locked::boolean[],
              :announced::numeric[], :refundDue::numeric[], :margins::numeric[],
              :rounds::integer[], :waivers::text[], :deliveryPrices::numeric[],
              :callbackPrices::numeric[], :deliveryUnits::bigint[], :callbackUnits::bigint[])
              as d (txid, state, required, quote_id, rate_source, rate_destination, margin_bps,
                    refund_fee, offered_until, locked, announced_prepaid, refund_due, margin,
                    round, waiver, delivery_price, callback_price, delivery_units,
                    callback_units)
            where a.txid = d.txid
            """)
        .param("txids", Columns.of(accounts, a -> a.txid))
        .param("states", Columns.of(accounts, a -> a.state))
        .param("required", of(accounts, a -> a.terms, Terms::required))
        .param("quoteIds", of(accounts, a -> a.terms, Terms::quoteId))
        .param("rateSources", of(accounts, a -> a.terms, t -> t.rates().source().toPlainString()))
        .param(
            "rateDestinations",
            of(accounts, a -> a.terms, t -> t.rates().destination().toPlainString()))
        .param("marginBps", of(accounts, a -> a.terms, Terms::marginBps))
        .param("refundFees", of(accounts, a -> a.terms, Terms::refundFee))
        .param("offeredUntil", Columns.of(accounts, a -> a.offeredUntil))
        .param("locked", Columns.of(accounts, a -> a.locked))
        .param("announced", Columns.of(accounts, a -> a.announcedPrepaid))
        .param("refundDue", Columns.of(accounts, a -> a.refundDue))
        .param("margins", Columns.of(accounts, a -> a.margin))
        .param("rounds", Columns.of(accounts, a -> a.round))
        .param("waivers", Columns.of(accounts, a -> a.waiver))
        .param("deliveryPrices", of(accounts, Accounts::prices, p -> p.delivery().price()))
        .param("callbackPrices", of(accounts, Accounts::prices, p -> p.callback().price()))
        .param("deliveryUnits", of(accounts, Accounts::prices, p -> p.delivery().gas()))
        .param("callbackUnits", of(accounts, Accounts::prices, p -> p.callback().gas()))
        .update();
  }

  private static @Nullable UnitPrices prices(GasAccount account) {
    Terms terms = account.terms;
    return terms == null ? null : terms.prices();
  }

  private static <R, F> @Nullable String[] of(
      Collection<R> rows,
      Function<R, @Nullable F> fact,
      Function<F, ? extends @Nullable Object> value) {
    return Columns.of(
        rows,
        row -> {
          F known = fact.apply(row);
          return known == null ? null : value.apply(known);
        });
  }

  /** A handler that failed says little about one that works. */
  private static @Nullable Gas lesson(Outcome outcome, ExecutionCost cost) {
    return outcome == Outcome.SUCCESS ? cost.gasUsed() : null;
  }
}
