// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.OutPoint;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Coin;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one vault's payouts. */
final class PayoutTable {
  /** Change comes back to these places in turn: nodes look no further (docs/bitcoin-payouts.md). */
  private static final int CHANGE_PLACES = 1_000;

  private final JdbcClient jdbc;
  private final HandlerId vault;

  PayoutTable(JdbcClient jdbc, HandlerId vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** A batch that is not mined. */
  record Batch(long batch, long changeIndex, long fromHeight) {}

  /** For whichever vault it is; again it changes nothing. */
  void add(Withdrawal one, HandlerId asked, Instant now) {
    jdbc.sql(
            """
            INSERT INTO payout (txid, vault, address, sats, deadline, state, queued_at)
            VALUES (?, ?, ?, ?, ?, 'WAITING', ?) ON CONFLICT (txid) DO NOTHING\
            """)
        .params(one.txid().hex(), asked.toString(), one.address(), one.sats())
        .params(Timestamp.from(one.deadline()), Timestamp.from(now))
        .update();
  }

  /** Oldest first; those that may still be paid. */
  List<Withdrawal> waiting(Instant deadlineAfter, int most) {
    return jdbc.sql(
            """
            SELECT * FROM payout WHERE vault = ? AND state = 'WAITING' AND deadline > ?
             ORDER BY queued_at, txid LIMIT ? FOR UPDATE\
            """)
        .params(vault.toString(), Timestamp.from(deadlineAfter), most)
        .query((row, n) -> withdrawal(row))
        .list();
  }

  /** When the first of those that wait came. */
  Optional<Instant> waitingSince() {
    return jdbc.sql(
            """
            SELECT queued_at FROM payout WHERE vault = ? AND state = 'WAITING'
             ORDER BY queued_at LIMIT 1\
            """)
        .param(vault.toString())
        .query((row, n) -> row.getTimestamp("queued_at").toInstant())
        .optional();
  }

  /** Those that were in no batch and are too late for one become failed. */
  List<TxId> failLate(Instant deadlineUpTo, Instant now) {
    return jdbc.sql(
            """
            UPDATE payout SET state = 'FAILED', reason = 'TOO_LATE', ended_at = ?
             WHERE vault = ? AND state = 'WAITING' AND batch IS NULL AND deadline <= ?
            RETURNING txid\
            """)
        .params(Timestamp.from(now), vault.toString(), Timestamp.from(deadlineUpTo))
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  List<Withdrawal> members(Collection<TxId> txids) {
    return jdbc.sql("SELECT * FROM payout WHERE txid = ANY (?::text[]) ORDER BY txid")
        .param(texts(txids))
        .query((row, n) -> withdrawal(row))
        .list();
  }

  Set<OutPoint> reserved() {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT c.* FROM payout_coin c JOIN payout_batch b USING (batch)
                 WHERE b.vault = ? AND b.state = 'OPEN'\
                """)
            .param(vault.toString())
            .query((row, n) -> coin(row).outpoint())
            .list());
  }

  long nextChangeIndex() {
    return jdbc.sql("SELECT nextval('payout_change_index') % ?")
        .param(CHANGE_PLACES)
        .query(Long.class)
        .single();
  }

  long open(Collection<Coin> coins, Collection<TxId> members, Batch terms, Instant now) {
    long batch =
        jdbc.sql(
                """
                INSERT INTO payout_batch (vault, state, change_index, from_height, opened_at)
                VALUES (?, 'OPEN', ?, ?, ?) RETURNING batch\
                """)
            .params(vault.toString(), terms.changeIndex(), terms.fromHeight(), Timestamp.from(now))
            .query(Long.class)
            .single();
    for (Coin coin : coins) {
      jdbc.sql(
              """
              INSERT INTO payout_coin (tx_hash, vout, batch, sats, branch, index)
              VALUES (?, ?, ?, ?, ?, ?)
              ON CONFLICT (tx_hash, vout) DO UPDATE SET batch = excluded.batch
                WHERE (SELECT state FROM payout_batch b WHERE b.batch = payout_coin.batch) = 'MINED'\
              """)
          .params(coin.outpoint().txid.toString(), coin.outpoint().index, batch)
          .params(coin.value(), coin.branch(), coin.index())
          .update();
    }
    jdbc.sql("UPDATE payout SET state = 'BATCHED', batch = ? WHERE txid = ANY (?::text[])")
        .params(batch, texts(members))
        .update();
    return batch;
  }

  List<Batch> open() {
    return jdbc.sql("SELECT * FROM payout_batch WHERE vault = ? AND state = 'OPEN' ORDER BY batch")
        .param(vault.toString())
        .query(
            (row, n) ->
                new Batch(
                    row.getLong("batch"), row.getLong("change_index"), row.getLong("from_height")))
        .list();
  }

  List<Coin> coins(long batch) {
    return jdbc.sql("SELECT * FROM payout_coin WHERE batch = ? ORDER BY tx_hash, vout")
        .param(batch)
        .query((row, n) -> coin(row))
        .list();
  }

  void propose(Round one, Instant now) {
    jdbc.sql(
            """
            INSERT INTO payout_round (batch, round, parent, members, psbt, sats_per_kvb, fee,
                                      change_index, state, tx_hash, proposed_at)
            VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?, 'PROPOSED', ?, ?)\
            """)
        .params(one.batch(), one.round())
        .param(one.parent())
        .param(texts(one.members()))
        .params(one.psbt(), one.rate().satsPerKvb(), one.fee(), one.changeIndex())
        .params(one.txHash().hex(), Timestamp.from(now))
        .update();
  }

  List<Round> rounds(long batch) {
    return jdbc.sql("SELECT * FROM payout_round WHERE batch = ? ORDER BY round")
        .param(batch)
        .query((row, n) -> round(row))
        .list();
  }

  /** Nobody else changes it until this transaction ends. */
  Optional<Round> locked(long batch, int round) {
    return jdbc.sql(
            """
            SELECT r.* FROM payout_round r JOIN payout_batch b USING (batch)
             WHERE r.batch = ? AND r.round = ? AND b.vault = ? FOR UPDATE OF r\
            """)
        .params(batch, round, vault.toString())
        .query((row, n) -> round(row))
        .optional();
  }

  void signed(Round one, String psbt, @Nullable String raw) {
    jdbc.sql(
            """
            UPDATE payout_round SET psbt = ?, raw = ?, state = ? WHERE batch = ? AND round = ?\
            """)
        .param(psbt)
        .param(raw)
        .params(raw == null ? "PROPOSED" : "SIGNED", one.batch(), one.round())
        .update();
  }

  void sent(Round one, Instant now) {
    jdbc.sql(
            """
            UPDATE payout_round SET state = 'SENT', sent_at = ?
             WHERE batch = ? AND round = ? AND state = 'SIGNED'\
            """)
        .params(Timestamp.from(now), one.batch(), one.round())
        .update();
  }

  /** How many cosigners have refused it by now. */
  int refused(Round one, PsbtRefused fact) {
    TxId member = fact.member();
    jdbc.sql(
            """
            INSERT INTO payout_refusal (batch, round, cosigner, member, reason)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(one.batch(), one.round(), fact.cosigner())
        .param(member == null ? null : member.hex())
        .param(fact.reason())
        .update();
    return jdbc.sql("SELECT count(*) FROM payout_refusal WHERE batch = ? AND round = ?")
        .params(one.batch(), one.round())
        .query(Integer.class)
        .single();
  }

  /** The withdrawals that cosigners named when they refused. */
  Set<TxId> blamed(Round one) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT member FROM payout_refusal
                 WHERE batch = ? AND round = ? AND member IS NOT NULL\
                """)
            .params(one.batch(), one.round())
            .query((row, n) -> new TxId(row.getString("member")))
            .list());
  }

  void giveUp(Round one) {
    jdbc.sql("UPDATE payout_round SET state = 'REFUSED' WHERE batch = ? AND round = ?")
        .params(one.batch(), one.round())
        .update();
  }

  void hold(Collection<TxId> members, String reason) {
    jdbc.sql("UPDATE payout SET state = 'HELD', reason = ? WHERE txid = ANY (?::text[])")
        .params(reason, texts(members))
        .update();
  }

  void mined(Round one, Instant now) {
    jdbc.sql("UPDATE payout_batch SET state = 'MINED' WHERE batch = ?").param(one.batch()).update();
    jdbc.sql(
            "UPDATE payout SET state = 'PAID', reason = NULL, ended_at = ? WHERE txid = ANY"
                + " (?::text[])")
        .params(Timestamp.from(now), texts(one.members()))
        .update();
  }

  private static Withdrawal withdrawal(ResultSet row) throws SQLException {
    return new Withdrawal(
        new TxId(row.getString("txid")),
        row.getString("address"),
        row.getLong("sats"),
        row.getTimestamp("deadline").toInstant());
  }

  private static Coin coin(ResultSet row) throws SQLException {
    return new Coin(
        new OutPoint(new fr.acinq.bitcoin.TxId(row.getString("tx_hash")), row.getLong("vout")),
        row.getLong("sats"),
        row.getInt("branch"),
        row.getLong("index"));
  }

  private static Round round(ResultSet row) throws SQLException {
    Timestamp sent = row.getTimestamp("sent_at");
    int parent = row.getInt("parent");
    boolean pays = row.wasNull();
    Array members = row.getArray("members");
    return new Round(
        row.getLong("batch"),
        row.getInt("round"),
        pays ? null : parent,
        Arrays.stream((String[]) members.getArray()).map(TxId::new).toList(),
        row.getString("psbt"),
        new FeeRate(row.getLong("sats_per_kvb")),
        row.getLong("fee"),
        row.getLong("change_index"),
        Round.State.valueOf(row.getString("state")),
        new Hash(row.getString("tx_hash")),
        row.getString("raw"),
        sent == null ? null : sent.toInstant());
  }

  private static String[] texts(Collection<TxId> txids) {
    return txids.stream().map(TxId::hex).toArray(String[]::new);
  }
}
