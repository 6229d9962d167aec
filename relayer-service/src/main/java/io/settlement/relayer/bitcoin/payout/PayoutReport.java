// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.Transaction;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of withdrawals, of whichever vault. */
final class PayoutReport {
  private final JdbcClient jdbc;

  PayoutReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a withdrawal stands; stored by name. */
  enum State {
    /** For a batch. */
    WAITING,
    /** In a batch that is not mined. */
    BATCHED,
    /** Left out of its batch: an operator decides, or its deadline. */
    HELD,
    /** Mined, deep enough. */
    PAID,
    /** It will never be paid. */
    FAILED
  }

  /**
   * A withdrawal.
   *
   * @param address whom it pays on Bitcoin
   * @param amount satoshi in escrow
   * @param reason why it is held, failed or waits; null otherwise
   * @param deadline from then on its escrow may be given back
   * @param batch the transactions it is or was in; null in none
   */
  record One(
      TxId txid,
      HandlerId vault,
      String address,
      long amount,
      State state,
      @Nullable String reason,
      Instant deadline,
      @Nullable Long batch,
      Instant queuedAt,
      @Nullable Instant endedAt) {}

  /**
   * A cosigner that signed.
   *
   * @param cosigner BIP-32 fingerprint of its key
   */
  record Signature(String cosigner, Instant at) {}

  /**
   * A cosigner that did not sign.
   *
   * @param member the withdrawal that was why; null when it was the transaction as a whole
   * @param reason a stable word
   */
  record Refusal(
      String cosigner, @Nullable TxId member, String reason, String detail, @Nullable Instant at) {}

  /**
   * A transaction that was proposed.
   *
   * @param kind PAYMENT, CHILD, which pays for an earlier one, or CANCELLATION
   * @param fee satoshi for the miner, of the whole transaction
   * @param paid satoshi of this withdrawal's output; null when it has none there
   * @param share satoshi of the fee that it bears; null when it has no output there
   */
  record Step(
      long batch,
      int round,
      String kind,
      Round.State state,
      Hash txHash,
      long satsPerKvb,
      long fee,
      @Nullable Long paid,
      @Nullable Long share,
      Instant proposedAt,
      @Nullable Instant sentAt,
      List<Signature> signatures,
      List<Refusal> refusals) {}

  /**
   * What became of a batch.
   *
   * @param state OPEN, MINED or CANCELLED
   * @param txHash what spent its coins for good; null while nothing has
   * @param block the height of its block
   */
  record BatchEnd(
      long batch,
      String state,
      @Nullable Hash txHash,
      @Nullable Long block,
      @Nullable Instant endedAt) {}

  /** A withdrawal and everything that was tried for it, the oldest first. */
  record Timeline(One withdrawal, List<BatchEnd> batches, List<Step> steps) {}

  /** In one state, the longest waiting first, from a place in that order on. */
  List<One> find(State state, @Nullable Instant since, TxId after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM payout
             WHERE state = :state
               AND (queued_at, txid) > (coalesce(:since::timestamptz, '-infinity'), :after)
             ORDER BY queued_at, txid LIMIT :limit
            """)
        .param("state", state.name())
        .param("since", since == null ? null : Timestamp.from(since))
        .param("after", after.hex())
        .param("limit", limit)
        .query((row, n) -> one(row))
        .list();
  }

  Optional<One> find(TxId txid) {
    return jdbc.sql("SELECT * FROM payout WHERE txid = ?")
        .param(txid.hex())
        .query((row, n) -> one(row))
        .optional();
  }

  Optional<Timeline> timeline(TxId txid) {
    return find(txid).map(one -> new Timeline(one, batches(one), steps(one)));
  }

  private List<BatchEnd> batches(One one) {
    return jdbc.sql(
            """
            SELECT * FROM payout_batch
             WHERE batch IN (SELECT batch FROM payout_round WHERE members @> ARRAY[?]::text[])
             ORDER BY batch
            """)
        .param(one.txid().hex())
        .query(
            (row, n) ->
                new BatchEnd(
                    row.getLong("batch"),
                    row.getString("state"),
                    hash(row.getString("end_tx")),
                    row.getObject("end_block", Long.class),
                    instant(row, "ended_at")))
        .list();
  }

  /** All rounds of its batches: what does not name it may stand in its way. */
  private List<Step> steps(One one) {
    return jdbc.sql(
            """
            SELECT * FROM payout_round
             WHERE batch IN (SELECT batch FROM payout_round WHERE members @> ARRAY[?]::text[])
             ORDER BY batch, round
            """)
        .param(one.txid().hex())
        .query((row, n) -> step(row, one))
        .list();
  }

  private Step step(ResultSet row, One one) throws SQLException {
    long batch = row.getLong("batch");
    int round = row.getInt("round");
    Long paid = paid(row, one.txid());
    return new Step(
        batch,
        round,
        kind(row),
        Round.State.valueOf(row.getString("state")),
        new Hash(row.getString("tx_hash")),
        row.getLong("sats_per_kvb"),
        row.getLong("fee"),
        paid,
        paid == null ? null : one.amount() - paid,
        row.getTimestamp("proposed_at").toInstant(),
        instant(row, "sent_at"),
        signatures(batch, round),
        refusals(batch, round));
  }

  private static String kind(ResultSet row) throws SQLException {
    if (row.getObject("parent") != null) {
      return "CHILD";
    }
    return ((String[]) row.getArray("cancels").getArray()).length > 0 ? "CANCELLATION" : "PAYMENT";
  }

  /** Outputs are in the order of the members. */
  private static @Nullable Long paid(ResultSet row, TxId txid) throws SQLException {
    int place = Arrays.asList((String[]) row.getArray("members").getArray()).indexOf(txid.hex());
    if (place < 0) {
      return null;
    }
    try {
      Transaction transaction = VaultPsbt.transactionOf(row.getString("psbt"));
      return transaction.txOut.get(place).amount.toLong();
    } catch (VaultPsbt.Invalid e) {
      throw new IllegalStateException("round of " + txid, e);
    }
  }

  private List<Signature> signatures(long batch, int round) {
    return jdbc.sql(
            """
            SELECT cosigner, signed_at FROM payout_signature WHERE batch = ? AND round = ?
             ORDER BY signed_at, cosigner
            """)
        .params(batch, round)
        .query(
            (row, n) ->
                new Signature(row.getString("cosigner"), row.getTimestamp("signed_at").toInstant()))
        .list();
  }

  private List<Refusal> refusals(long batch, int round) {
    return jdbc.sql(
            """
            SELECT * FROM payout_refusal WHERE batch = ? AND round = ?
             ORDER BY refused_at, cosigner
            """)
        .params(batch, round)
        .query(
            (row, n) -> {
              String member = row.getString("member");
              return new Refusal(
                  row.getString("cosigner"),
                  member == null ? null : new TxId(member),
                  row.getString("reason"),
                  row.getString("detail"),
                  instant(row, "refused_at"));
            })
        .list();
  }

  private static One one(ResultSet row) throws SQLException {
    return new One(
        new TxId(row.getString("txid")),
        HandlerId.parse(row.getString("vault")),
        row.getString("address"),
        row.getLong("sats"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getTimestamp("deadline").toInstant(),
        row.getObject("batch", Long.class),
        row.getTimestamp("queued_at").toInstant(),
        instant(row, "ended_at"));
  }

  private static @Nullable Hash hash(@Nullable String text) {
    return text == null ? null : new Hash(text);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
