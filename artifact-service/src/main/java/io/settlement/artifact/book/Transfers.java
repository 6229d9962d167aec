// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What messages move; each method is one statement, whatever the number of rows. */
@Repository
class Transfers {
  private final JdbcClient jdbc;

  Transfers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what the facts say. What is known already stays, so a repeat changes nothing. */
  void record(Collection<FactSheet> sheets, Instant now) {
    jdbc.sql(
            """
            insert into transfer as t
              (txid, source, destination, source_token, target_token, amount,
               delivered, settled, sent_block, sent_tx, delivered_block, delivered_tx,
               settled_block, settled_tx, delivered_fee, settled_at)
            select f.*, case when f.settled is not null then :now::timestamptz end
              from unnest(:txids::text[], :sources::text[], :destinations::text[],
                          :sourceTokens::text[], :targetTokens::text[], :amounts::numeric[],
                          :delivered::text[], :settled::text[],
                          :sentBlocks::bigint[], :sentTxs::text[],
                          :deliveredBlocks::bigint[], :deliveredTxs::text[],
                          :settledBlocks::bigint[], :settledTxs::text[], :fees::numeric[])
                as f (txid, source, destination, source_token, target_token, amount,
                      delivered, settled, sent_block, sent_tx, delivered_block, delivered_tx,
                      settled_block, settled_tx, delivered_fee)
            on conflict (txid) do update set
              source = coalesce(t.source, excluded.source),
              destination = coalesce(t.destination, excluded.destination),
              source_token = coalesce(t.source_token, excluded.source_token),
              target_token = coalesce(t.target_token, excluded.target_token),
              amount = coalesce(t.amount, excluded.amount),
              delivered = coalesce(t.delivered, excluded.delivered),
              settled = coalesce(t.settled, excluded.settled),
              sent_block = coalesce(t.sent_block, excluded.sent_block),
              sent_tx = coalesce(t.sent_tx, excluded.sent_tx),
              delivered_block = coalesce(t.delivered_block, excluded.delivered_block),
              delivered_tx = coalesce(t.delivered_tx, excluded.delivered_tx),
              settled_block = coalesce(t.settled_block, excluded.settled_block),
              settled_tx = coalesce(t.settled_tx, excluded.settled_tx),
              delivered_fee = coalesce(t.delivered_fee, excluded.delivered_fee),
              settled_at = coalesce(t.settled_at, excluded.settled_at)
            """)
        .param("now", now.toString())
        .param("txids", Columns.of(sheets, sheet -> sheet.txid))
        .param("sources", of(sheets, s -> s.sent, f -> f.message().from()))
        .param("destinations", of(sheets, s -> s.sent, f -> f.message().to()))
        .param("sourceTokens", of(sheets, Transfers::tokens, TokenTransfer::fromToken))
        .param("targetTokens", of(sheets, Transfers::tokens, TokenTransfer::toToken))
        .param("amounts", of(sheets, Transfers::tokens, TokenTransfer::amount))
        .param("delivered", of(sheets, s -> s.delivered, d -> d.outcome()))
        .param("settled", of(sheets, s -> s.settled, s -> s.outcome()))
        .param("sentBlocks", of(sheets, s -> s.sent, f -> f.ref().blockNumber()))
        .param("sentTxs", of(sheets, s -> s.sent, f -> f.ref().txHash()))
        .param("deliveredBlocks", of(sheets, s -> s.delivered, d -> d.ref().blockNumber()))
        .param("deliveredTxs", of(sheets, s -> s.delivered, d -> d.ref().txHash()))
        .param("settledBlocks", of(sheets, s -> s.settled, s -> s.ref().blockNumber()))
        .param("settledTxs", of(sheets, s -> s.settled, s -> s.ref().txHash()))
        .param("fees", of(sheets, s -> s.delivered, d -> d.cost().fee()))
        .update();
  }

  /** These transfers, held until the transaction ends. */
  List<Transfer> lock(Collection<TxId> txids) {
    return jdbc.sql("select * from transfer where txid = any(:txids) order by txid for update")
        .param("txids", Columns.of(txids, TxId::hex))
        .query((row, index) -> read(row))
        .list();
  }

  /** Messages with something unbooked, a page after the given id. */
  List<TxId> unbookedAfter(String txid, int limit) {
    return jdbc.sql(
            """
            select txid from transfer where unbooked is not null and txid > :txid
             order by txid limit :limit
            """)
        .param("txid", txid)
        .param("limit", limit)
        .query((row, index) -> new TxId(row.getString("txid")))
        .list();
  }

  long countUnbooked() {
    return jdbc.sql("select count(*) from transfer where unbooked is not null")
        .query(Long.class)
        .single();
  }

  /** Keeps what was booked and what was not. */
  void save(Collection<Transfer> transfers) {
    jdbc.sql(
            """
            update transfer t set
              artifact = b.artifact, departure = b.departure, arrival = b.arrival,
              ending = b.ending, unbooked = b.unbooked
              from unnest(:txids::text[], :artifacts::text[], :departures::text[],
                          :arrivals::text[], :endings::text[], :unbooked::text[])
                as b (txid, artifact, departure, arrival, ending, unbooked)
             where t.txid = b.txid
            """)
        .param("txids", Columns.of(transfers, t -> t.txid))
        .param("artifacts", Columns.of(transfers, t -> t.artifact))
        .param("departures", Columns.of(transfers, t -> t.departure))
        .param("arrivals", Columns.of(transfers, t -> t.arrival))
        .param("endings", Columns.of(transfers, t -> t.ending))
        .param("unbooked", Columns.of(transfers, t -> t.unbooked))
        .update();
  }

  private static @Nullable TokenTransfer tokens(FactSheet sheet) {
    return sheet.sent == null ? null : sheet.sent.message().transfer();
  }

  private static <F> @Nullable String[] of(
      Collection<FactSheet> sheets,
      Function<FactSheet, @Nullable F> fact,
      Function<F, Object> value) {
    return Columns.of(
        sheets,
        sheet -> {
          F known = fact.apply(sheet);
          return known == null ? null : value.apply(known);
        });
  }

  private static Transfer read(ResultSet row) throws SQLException {
    Transfer transfer =
        new Transfer(
            new TxId(row.getString("txid")),
            content(row),
            word(row, "delivered", Outcome::valueOf),
            word(row, "settled", Outcome::valueOf));
    transfer.artifact = row.getString("artifact");
    transfer.departure = word(row, "departure", Movement::valueOf);
    transfer.arrival = word(row, "arrival", Movement::valueOf);
    transfer.ending = word(row, "ending", Movement::valueOf);
    transfer.unbooked = row.getString("unbooked");
    transfer.sent = where(row, "sent");
    transfer.arrived = where(row, "delivered");
    transfer.ended = where(row, "settled");
    return transfer;
  }

  private static Transfer.Where where(ResultSet row, String what) throws SQLException {
    return new Transfer.Where(
        row.getObject(what + "_block", Long.class), word(row, what + "_tx", Hash::new));
  }

  private static @Nullable Content content(ResultSet row) throws SQLException {
    String source = row.getString("source");
    BigDecimal amount = row.getBigDecimal("amount");
    if (source == null || amount == null) {
      return null;
    }
    return new Content(
        HandlerId.parse(source),
        HandlerId.parse(row.getString("destination")),
        new EvmAddress(row.getString("source_token")),
        new EvmAddress(row.getString("target_token")),
        new TokenAmount(amount.toBigIntegerExact()));
  }

  private static <T> @Nullable T word(ResultSet row, String column, Function<String, T> parse)
      throws SQLException {
    String word = row.getString(column);
    return word == null ? null : parse.apply(word);
  }
}
