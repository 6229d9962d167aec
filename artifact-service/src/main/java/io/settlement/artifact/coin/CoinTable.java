// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.artifact.book.Place;
import io.settlement.artifact.coin.CoinMessage.Kind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that move BTC; each method is one statement, whatever the number of rows. */
@Repository
class CoinTable {
  private final JdbcClient jdbc;
  private final OutputTable outputs;

  CoinTable(JdbcClient jdbc, OutputTable outputs, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.outputs = outputs;
    Gauge.builder("settlement.artifact.coins.unbooked", this, CoinTable::countUnbooked)
        .description("messages about BTC of which nobody knows whose books they belong to")
        .register(meters);
  }

  /**
   * A message and how it ended.
   *
   * @param sent where its source logged it, or the output's block
   * @param paid where the payment was confirmed; null while it is not
   */
  record Coin(
      TxId txid,
      Kind kind,
      HandlerId source,
      HandlerId destination,
      @Nullable String outpoint,
      BigInteger amount,
      Place sent,
      @Nullable Place paid) {

    /** The handler that mints and burns. */
    HandlerId handler() {
      return kind == Kind.DEPOSIT ? destination : source;
    }

    HandlerId vault() {
      return kind == Kind.DEPOSIT ? source : destination;
    }
  }

  /** The outputs of those that are deposits. */
  OutputTable outputs() {
    return outputs;
  }

  /** What is known already stays. */
  void keep(Collection<CoinMessage> messages) {
    jdbc.sql(
            """
            insert into btc_message (txid, kind, source, destination, outpoint, btc_txid, vout,
                                     btc_address, account, amount, unbooked)
            select f.*, 'NEW'
              from unnest(:txids::text[], :kinds::text[], :sources::text[],
                          :destinations::text[], :outpoints::text[], :btcTxids::text[],
                          :vouts::bigint[], :addresses::text[], :accounts::text[],
                          :amounts::numeric[]) as f
            on conflict (txid) do nothing
            """)
        .param("txids", Columns.of(messages, CoinMessage::txid))
        .param("kinds", Columns.of(messages, CoinMessage::kind))
        .param("sources", Columns.of(messages, CoinMessage::source))
        .param("destinations", Columns.of(messages, CoinMessage::destination))
        .param("outpoints", Columns.of(messages, CoinMessage::outpoint))
        .param("btcTxids", Columns.of(messages, one -> one.payload().btcTxid()))
        .param("vouts", Columns.of(messages, CoinMessage::vout))
        .param("addresses", Columns.of(messages, one -> one.payload().btcAddress()))
        .param("accounts", Columns.of(messages, one -> one.payload().account()))
        .param("amounts", Columns.of(messages, one -> one.payload().amount()))
        .update();
  }

  /** These, held until the transaction ends. */
  List<Coin> lock(Collection<TxId> txids) {
    return jdbc.sql(
            """
            select m.*, t.sent_block, t.sent_tx, t.delivered, t.delivered_block, t.delivered_tx
              from btc_message m join transfer t on t.txid = m.txid
             where m.txid = any(:txids) order by m.txid for update of m
            """)
        .param("txids", Columns.of(txids, TxId::hex))
        .query((row, n) -> read(row))
        .list();
  }

  List<TxId> unbooked(int limit) {
    return jdbc.sql("select txid from btc_message where unbooked is not null order by txid limit ?")
        .param(limit)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  long countUnbooked() {
    return jdbc.sql("select count(*) from btc_message where unbooked is not null")
        .query(Long.class)
        .single();
  }

  /** Whose books each belongs to. */
  void belong(Map<TxId, String> artifacts) {
    jdbc.sql(
            """
            update btc_message m set artifact = b.artifact, unbooked = null
              from unnest(:txids::text[], :artifacts::text[]) as b (txid, artifact)
             where m.txid = b.txid and m.artifact is null
            """)
        .param("txids", Columns.of(artifacts.entrySet(), Map.Entry::getKey))
        .param("artifacts", Columns.of(artifacts.entrySet(), Map.Entry::getValue))
        .update();
  }

  void refuse(Map<TxId, String> reasons) {
    jdbc.sql(
            """
            update btc_message m set unbooked = b.reason
              from unnest(:txids::text[], :reasons::text[]) as b (txid, reason)
             where m.txid = b.txid
            """)
        .param("txids", Columns.of(reasons.entrySet(), Map.Entry::getKey))
        .param("reasons", Columns.of(reasons.entrySet(), Map.Entry::getValue))
        .update();
  }

  private static Coin read(ResultSet row) throws SQLException {
    Kind kind = Kind.valueOf(row.getString("kind"));
    HandlerId source = HandlerId.parse(row.getString("source"));
    HandlerId destination = HandlerId.parse(row.getString("destination"));
    boolean paid = kind == Kind.WITHDRAWAL && "SUCCESS".equals(row.getString("delivered"));
    return new Coin(
        new TxId(row.getString("txid")),
        kind,
        source,
        destination,
        row.getString("outpoint"),
        row.getBigDecimal("amount").toBigIntegerExact(),
        place(row, source.chain(), "sent"),
        paid ? place(row, destination.chain(), "delivered") : null);
  }

  private static Place place(ResultSet row, ChainName chain, String what) throws SQLException {
    String tx = row.getString(what + "_tx");
    return new Place(
        chain, row.getObject(what + "_block", Long.class), tx == null ? null : new Hash(tx));
  }
}
