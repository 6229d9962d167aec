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

  /** What spent the coins of a batch for good, and the block it is in. */
  record End(Hash txHash, long height, Hash block, Instant time) {}

  /**
   * For whichever vault it is; again it changes nothing.
   *
   * @param head the highest block when it came: unbonding counts from there
   */
  void add(Withdrawal one, HandlerId asked, long head, Instant now) {
    jdbc.sql(
            """
            INSERT INTO payout (txid, vault, address, sats, deadline, state, seen_height, queued_at)
            VALUES (?, ?, ?, ?, ?, 'WAITING', ?, ?) ON CONFLICT (txid) DO NOTHING\
            """)
        .params(one.txid().hex(), asked.toString(), one.address(), one.sats())
        .params(Timestamp.from(one.deadline()), head, Timestamp.from(now))
        .update();
  }

  /** It failed as it came; kept for those who ask why. */
  void never(Withdrawal one, HandlerId asked, String reason, Instant now) {
    jdbc.sql(
            """
            INSERT INTO payout
              (txid, vault, address, sats, deadline, state, reason, queued_at, ended_at)
            VALUES (?, ?, ?, ?, ?, 'FAILED', ?, ?, ?) ON CONFLICT (txid) DO NOTHING\
            """)
        .params(one.txid().hex(), asked.toString(), one.address(), one.sats())
        .params(Timestamp.from(one.deadline()), reason, Timestamp.from(now), Timestamp.from(now))
        .update();
  }

  /** Oldest first; those that may still be paid, and may be paid now. */
  List<Withdrawal> waiting(Instant deadlineAfter, long seenUpTo, int most) {
    return jdbc.sql(
            """
            SELECT * FROM payout
             WHERE vault = ? AND state = 'WAITING' AND deadline > ? AND seen_height <= ?
             ORDER BY queued_at, txid LIMIT ? FOR UPDATE\
            """)
        .params(vault.toString(), Timestamp.from(deadlineAfter), seenUpTo, most)
        .query((row, n) -> withdrawal(row))
        .list();
  }

  /** When the first of those that wait and are bound no more came. */
  Optional<Instant> waitingSince(long seenUpTo) {
    return jdbc.sql(
            """
            SELECT queued_at FROM payout WHERE vault = ? AND state = 'WAITING' AND seen_height <= ?
             ORDER BY queued_at LIMIT 1\
            """)
        .params(vault.toString(), seenUpTo)
        .query((row, n) -> row.getTimestamp("queued_at").toInstant())
        .optional();
  }

  /** Those that came above this height wait because they are bound. */
  void unbonding(long seenUpTo) {
    jdbc.sql(
            """
            UPDATE payout SET reason = CASE WHEN seen_height > ? THEN 'UNBONDING' END
             WHERE vault = ? AND state = 'WAITING'
               AND (reason IS NOT DISTINCT FROM 'UNBONDING') <> (seen_height > ?)\
            """)
        .params(seenUpTo, vault.toString(), seenUpTo)
        .update();
  }

  /** Why these wait: a stable word. */
  void waits(Collection<TxId> txids, String reason) {
    jdbc.sql(
            """
            UPDATE payout SET reason = ?
             WHERE txid = ANY (?::text[]) AND state = 'WAITING' AND reason IS DISTINCT FROM ?\
            """)
        .params(reason, texts(txids), reason)
        .update();
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
                WHERE (SELECT state FROM payout_batch b WHERE b.batch = payout_coin.batch) <> 'OPEN'\
              """)
          .params(coin.outpoint().txid.toString(), coin.outpoint().index, batch)
          .params(coin.value(), coin.branch(), coin.index())
          .update();
    }
    jdbc.sql(
            """
            UPDATE payout SET state = 'BATCHED', batch = ?, reason = NULL
             WHERE txid = ANY (?::text[])\
            """)
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

  void propose(Round one) {
    jdbc.sql(
            """
            INSERT INTO payout_round (batch, round, parent, members, cancels, psbt, sats_per_kvb,
                                      fee, change_index, state, tx_hash, proposed_at)
            VALUES (?, ?, ?, ?::text[], ?::text[], ?, ?, ?, ?, 'PROPOSED', ?, ?)\
            """)
        .params(one.batch(), one.round())
        .param(one.parent())
        .param(texts(one.members()))
        .param(texts(one.cancels()))
        .params(one.psbt(), one.rate().satsPerKvb(), one.fee(), one.changeIndex())
        .params(one.txHash().hex(), Timestamp.from(one.proposedAt()))
        .update();
  }

  List<Round> rounds(long batch) {
    return jdbc.sql("SELECT * FROM payout_round WHERE batch = ? ORDER BY round")
        .param(batch)
        .query((row, n) -> round(row))
        .list();
  }

  /** Of a batch that is open; neither changes otherwise until this transaction ends. */
  Optional<Round> locked(long batch, int round) {
    return lock(batch)
        ? jdbc.sql("SELECT * FROM payout_round WHERE batch = ? AND round = ? FOR UPDATE")
            .params(batch, round)
            .query((row, n) -> round(row))
            .optional()
        : Optional.empty();
  }

  /** Nobody else changes anything of an open batch until this transaction ends; false if ended. */
  boolean lock(long batch) {
    return jdbc.sql("SELECT state FROM payout_batch WHERE batch = ? AND vault = ? FOR UPDATE")
        .params(batch, vault.toString())
        .query(String.class)
        .optional()
        .filter("OPEN"::equals)
        .isPresent();
  }

  /** Who signed it; again it changes nothing. */
  void signature(Round one, String cosigner, Instant now) {
    jdbc.sql(
            """
            INSERT INTO payout_signature (batch, round, cosigner, signed_at)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(one.batch(), one.round(), cosigner, Timestamp.from(now))
        .update();
  }

  /** Withdrawals that a round of this batch pays which any cosigner has signed. */
  Set<TxId> everSigned(long batch) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT DISTINCT unnest(r.members) AS txid FROM payout_round r
                 WHERE r.batch = ? AND EXISTS (SELECT 1 FROM payout_signature s
                                                WHERE s.batch = r.batch AND s.round = r.round)\
                """)
            .param(batch)
            .query((row, n) -> new TxId(row.getString("txid")))
            .list());
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
            INSERT INTO payout_refusal (batch, round, cosigner, member, reason, detail, refused_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(one.batch(), one.round(), fact.cosigner())
        .param(member == null ? null : member.hex())
        .params(fact.reason(), fact.detail(), Timestamp.from(fact.at()))
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

  /** Whether any cosigner said of it only that it was too early. */
  boolean isTooEarly(Round one) {
    return jdbc.sql(
                """
                SELECT count(*) FROM payout_refusal
                 WHERE batch = ? AND round = ? AND reason IN ('UNBONDING', 'COIN_RESTS')\
                """)
            .params(one.batch(), one.round())
            .query(Integer.class)
            .single()
        > 0;
  }

  void giveUp(Round one) {
    jdbc.sql("UPDATE payout_round SET state = 'REFUSED' WHERE batch = ? AND round = ?")
        .params(one.batch(), one.round())
        .update();
  }

  void hold(long batch, Collection<TxId> members, String reason) {
    jdbc.sql(
            """
            UPDATE payout SET state = 'HELD', reason = ?
             WHERE txid = ANY (?::text[]) AND batch = ? AND state = 'BATCHED'\
            """)
        .params(reason, texts(members), batch)
        .update();
  }

  void paid(Round one, Instant now) {
    jdbc.sql(
            "UPDATE payout SET state = 'PAID', reason = NULL, ended_at = ? WHERE txid = ANY"
                + " (?::text[])")
        .params(Timestamp.from(now), texts(one.members()))
        .update();
  }

  /** Its coins are spent for good, by this transaction of this block. */
  void ended(long batch, String state, End end, Instant now) {
    jdbc.sql(
            """
            UPDATE payout_batch
               SET state = ?, end_tx = ?, end_block = ?, end_hash = ?, end_time = ?, ended_at = ?
             WHERE batch = ?\
            """)
        .params(state, end.txHash().hex(), end.height(), end.block().hex())
        .params(Timestamp.from(end.time()), Timestamp.from(now), batch)
        .update();
  }

  /** None of its transactions can ever be signed by enough: its coins are free again. */
  void dissolve(long batch, Instant now) {
    jdbc.sql("UPDATE payout_batch SET state = 'CANCELLED', ended_at = ? WHERE batch = ?")
        .params(Timestamp.from(now), batch)
        .update();
  }

  /** Whether it ended without a transaction. */
  boolean isLetGo(long batch) {
    return jdbc.sql(
                """
                SELECT count(*) FROM payout_batch
                 WHERE batch = ? AND vault = ? AND state = 'CANCELLED' AND end_tx IS NULL\
                """)
            .params(batch, vault.toString())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Those of a batch that have not ended, held or not. */
  List<Withdrawal> unended(long batch) {
    return jdbc.sql(
            "SELECT * FROM payout WHERE batch = ? AND state IN ('BATCHED', 'HELD') ORDER BY txid")
        .param(batch)
        .query((row, n) -> withdrawal(row))
        .list();
  }

  /** Those of a batch that its last paying round pays and that have not ended. */
  List<Withdrawal> batched(long batch) {
    return jdbc.sql("SELECT * FROM payout WHERE batch = ? AND state = 'BATCHED' ORDER BY txid")
        .param(batch)
        .query((row, n) -> withdrawal(row))
        .list();
  }

  /** How many an operator could decide about. */
  int held() {
    return jdbc.sql("SELECT count(*) FROM payout WHERE vault = ? AND state = 'HELD'")
        .param(vault.toString())
        .query(Integer.class)
        .single();
  }

  /** One that no transaction pays any more; what spent the coins of its batch, if anything did. */
  record LeftOut(TxId txid, @Nullable End end) {}

  /** Held ones whose batch has ended without them and whose time is over become failed. */
  List<LeftOut> failLeftOut(Instant deadlineUpTo, Instant now) {
    return jdbc.sql(
            """
            UPDATE payout p SET state = 'FAILED', reason = 'LEFT_OUT', ended_at = ?
              FROM payout_batch b
             WHERE p.vault = ? AND p.state = 'HELD' AND p.deadline <= ?
               AND b.batch = p.batch AND b.state <> 'OPEN'
            RETURNING p.txid, b.end_tx, b.end_block, b.end_hash, b.end_time\
            """)
        .params(Timestamp.from(now), vault.toString(), Timestamp.from(deadlineUpTo))
        .query((row, n) -> new LeftOut(new TxId(row.getString("txid")), end(row)))
        .list();
  }

  private static @Nullable End end(ResultSet row) throws SQLException {
    String txHash = row.getString("end_tx");
    return txHash == null
        ? null
        : new End(
            new Hash(txHash),
            row.getLong("end_block"),
            new Hash(row.getString("end_hash")),
            row.getTimestamp("end_time").toInstant());
  }

  /**
   * How far a withdrawal is, and what may still pay it.
   *
   * @param end what spent the coins of its batch for good; null when nothing has
   * @param isSigned whether any cosigner has signed a payment of it
   * @param maySign whether a payment of it can still be signed by enough of them
   */
  record Standing(
      Withdrawal withdrawal, String state, @Nullable End end, boolean isSigned, boolean maySign) {}

  /** Of this vault's; it and its batch stay as they are until the transaction ends. */
  Optional<Standing> standing(TxId txid) {
    jdbc.sql(
            """
            SELECT 1 FROM payout_batch
             WHERE batch = (SELECT batch FROM payout WHERE txid = ? AND vault = ?) FOR UPDATE\
            """)
        .params(txid.hex(), vault.toString())
        .query((row, n) -> true)
        .optional();
    return jdbc.sql(
            """
            SELECT p.*, b.end_tx, b.end_block, b.end_hash, b.end_time,
                   EXISTS (SELECT 1 FROM payout_round r JOIN payout_signature s USING (batch, round)
                            WHERE r.members @> ARRAY[p.txid]) AS signed,
                   EXISTS (SELECT 1 FROM payout_round r JOIN payout_batch o USING (batch)
                            WHERE r.members @> ARRAY[p.txid] AND o.state = 'OPEN'
                              AND r.state <> 'REFUSED') AS may_sign
              FROM payout p LEFT JOIN payout_batch b ON b.batch = p.batch
             WHERE p.txid = ? AND p.vault = ? FOR UPDATE OF p\
            """)
        .params(txid.hex(), vault.toString())
        .query(
            (row, n) ->
                new Standing(
                    withdrawal(row),
                    row.getString("state"),
                    end(row),
                    row.getBoolean("signed"),
                    row.getBoolean("may_sign")))
        .optional();
  }

  /** They can be put into another batch: nothing of this one pays them. */
  void waitAgain(Collection<TxId> txids) {
    jdbc.sql(
            """
            UPDATE payout SET state = 'WAITING', batch = NULL, reason = NULL
             WHERE txid = ANY (?::text[])\
            """)
        .param(texts(txids))
        .update();
  }

  void failed(Collection<TxId> txids, String reason, Instant now) {
    jdbc.sql(
            """
            UPDATE payout SET state = 'FAILED', reason = ?, ended_at = ?
             WHERE txid = ANY (?::text[])\
            """)
        .params(reason, Timestamp.from(now), texts(txids))
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
    boolean hasNone = row.wasNull();
    return new Round(
        row.getLong("batch"),
        row.getInt("round"),
        hasNone ? null : parent,
        txids(row, "members"),
        row.getString("psbt"),
        new FeeRate(row.getLong("sats_per_kvb")),
        row.getLong("fee"),
        row.getLong("change_index"),
        Round.State.valueOf(row.getString("state")),
        new Hash(row.getString("tx_hash")),
        row.getString("raw"),
        row.getTimestamp("proposed_at").toInstant(),
        sent == null ? null : sent.toInstant(),
        txids(row, "cancels"));
  }

  private static List<TxId> txids(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Arrays.stream((String[]) array.getArray()).map(TxId::new).toList();
  }

  private static String[] texts(Collection<TxId> txids) {
    return txids.stream().map(TxId::hex).toArray(String[]::new);
  }
}
