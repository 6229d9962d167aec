// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.EventCodec;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.Topics;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.PaymentPromise.Elsewhere;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.Spend;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this cosigner was asked, and the guard: what it ever signed, for ever. */
public final class CosignTable {
  private final JdbcClient jdbc;

  /** In the validator's own database. */
  public CosignTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is still to be judged, and how often that was tried. */
  record Asked(PsbtProposed fact, int attempts) {}

  void ask(PsbtProposed fact, Instant now) {
    jdbc.sql(
            """
            INSERT INTO to_cosign (batch, round, vault, fact, state, next_attempt_at)
            VALUES (?, ?, ?, ?, 'PENDING', ?) ON CONFLICT DO NOTHING\
            """)
        .params(fact.batch(), fact.round(), fact.vault().toString())
        .params(new String(EventCodec.encode(fact), StandardCharsets.UTF_8), Timestamp.from(now))
        .update();
  }

  /** Of one vault. */
  List<Asked> due(HandlerId vault, Instant now, int most) {
    return jdbc.sql(
            """
            SELECT fact, attempts FROM to_cosign
             WHERE vault = ? AND state = 'PENDING' AND next_attempt_at <= ?
             ORDER BY next_attempt_at LIMIT ?\
            """)
        .params(vault.toString(), Timestamp.from(now), most)
        .query((row, n) -> new Asked(fact(row.getString("fact")), row.getInt("attempts")))
        .list();
  }

  private static PsbtProposed fact(String json) {
    return (PsbtProposed)
        EventCodec.decode(Topics.PSBT_EVENTS, json.getBytes(StandardCharsets.UTF_8));
  }

  void later(PsbtProposed fact, Instant until) {
    jdbc.sql(
            """
            UPDATE to_cosign SET attempts = attempts + 1, next_attempt_at = ?
             WHERE batch = ? AND round = ?\
            """)
        .params(Timestamp.from(until), fact.batch(), fact.round())
        .update();
  }

  void decided(PsbtProposed fact, String state) {
    jdbc.sql("UPDATE to_cosign SET state = ? WHERE batch = ? AND round = ?")
        .params(state, fact.batch(), fact.round())
        .update();
  }

  /** Whether an earlier transaction that pays the withdrawal could be mined beside this one. */
  boolean couldPayTwice(TxId txid, Set<String> inputs) {
    return living(txid).anyMatch(one -> one.isApart(inputs));
  }

  /** Whether another cancellation of the withdrawal could be mined beside this one. */
  boolean couldCancelTwice(TxId txid, Set<String> inputs) {
    return signed("cosigned_cancel", txid).stream().anyMatch(one -> one.isApart(inputs));
  }

  /**
   * Something this key has signed.
   *
   * @param inputs transaction as explorers write it without 0x, colon, output number
   * @param spentBy what has spent one of them for good; null while nothing is known to
   */
  record Signed(Hash txHash, Set<String> inputs, Instant at, @Nullable Hash spentBy) {
    boolean isApart(Set<String> others) {
      return inputs.stream().noneMatch(others::contains);
    }

    /** Whether it can never be mined beside that. */
    boolean isDeadBeside(Elsewhere elsewhere) {
      return !txHash.equals(elsewhere.txHash()) && !isApart(elsewhere.inputs());
    }

    boolean isDead() {
      return spentBy != null;
    }
  }

  /** Everything this key has signed that pays a withdrawal, in order. */
  List<Signed> payments(TxId txid) {
    return signed("cosigned_payout", txid);
  }

  /** Of those that are not dead. */
  private Stream<Signed> living(TxId txid) {
    return payments(txid).stream().filter(one -> !one.isDead());
  }

  /** These can never be mined. */
  void dead(List<Signed> payments, Elsewhere elsewhere, long height, Instant now) {
    for (Signed one : payments) {
      jdbc.sql(
              """
              INSERT INTO cosigned_dead (tx_hash, spent_by, block_number, found_at)
              VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
              """)
          .params(one.txHash().hex(), elsewhere.txHash().hex(), height, Timestamp.from(now))
          .update();
    }
  }

  private List<Signed> signed(String table, TxId txid) {
    return jdbc.sql(
            """
            SELECT c.*, d.spent_by FROM %s p
              JOIN cosigned c USING (tx_hash) LEFT JOIN cosigned_dead d USING (tx_hash)
             WHERE p.txid = ? ORDER BY c.signed_at, c.tx_hash\
            """
                .formatted(table))
        .param(txid.hex())
        .query(
            (row, n) ->
                new Signed(
                    new Hash(row.getString("tx_hash")),
                    new HashSet<>(Arrays.asList((String[]) row.getArray("inputs").getArray())),
                    row.getTimestamp("signed_at").toInstant(),
                    hash(row.getString("spent_by"))))
        .list();
  }

  private static @Nullable Hash hash(@Nullable String hex) {
    return hex == null ? null : new Hash(hex);
  }

  /** The change of a transaction that this key has signed. */
  Optional<Spend.Change> changeOf(Hash txHash, long vout) {
    return jdbc.sql(
            "SELECT change_index, change_sats FROM cosigned WHERE tx_hash = ? AND change_vout = ?")
        .params(txHash.hex(), vout)
        .query(
            (row, n) -> new Spend.Change(row.getLong("change_index"), row.getLong("change_sats")))
        .optional();
  }

  /**
   * Guards what is about to be signed; in the transaction that tells the signature.
   *
   * @param cancels withdrawals that it cancels: no payment of them is signed from then on
   */
  void guard(Hash txHash, Spend spend, Collection<TxId> cancels, Instant now) {
    Optional<Spend.Change> change = spend.change();
    jdbc.sql(
            """
            INSERT INTO cosigned (tx_hash, inputs, change_index, change_sats, change_vout, signed_at)
            VALUES (?, ?::text[], ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .param(txHash.hex())
        .param(inputs(spend.inputs()).toArray(String[]::new))
        .param(change.map(Spend.Change::index).orElse(null))
        .param(change.map(Spend.Change::value).orElse(null))
        .param(change.map(one -> (long) spend.payouts().size()).orElse(null))
        .param(Timestamp.from(now))
        .update();
    for (Spend.Payout one : spend.payouts()) {
      jdbc.sql("INSERT INTO cosigned_payout (txid, tx_hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
          .params(one.order().txid().hex(), txHash.hex())
          .update();
    }
    for (TxId txid : cancels) {
      jdbc.sql("INSERT INTO cosigned_cancel (txid, tx_hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
          .params(txid.hex(), txHash.hex())
          .update();
      never(txid, now);
    }
  }

  static Set<String> inputs(List<Coin> coins) {
    Set<String> inputs = new HashSet<>();
    coins.forEach(one -> inputs.add(one.outpoint().txid + ":" + one.outpoint().index));
    return inputs;
  }

  boolean isNever(TxId txid) {
    return jdbc.sql("SELECT count(*) FROM never_cosigned WHERE txid = ?")
            .param(txid.hex())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * This validator is about to say that a withdrawal failed: from then on it never signs a payment
   * of it.
   *
   * @param elsewhere what has spent coins of the vault for good and pays it nothing; null when
   *     there is no such transaction
   * @return false when something it has signed could still pay it: then it must not say so
   */
  public boolean neverSign(TxId txid, @Nullable Elsewhere elsewhere, Instant now) {
    lock(txid);
    boolean dead = living(txid).allMatch(one -> elsewhere != null && one.isDeadBeside(elsewhere));
    if (dead) {
      never(txid, now);
    }
    return dead;
  }

  private void never(TxId txid, Instant now) {
    jdbc.sql("INSERT INTO never_cosigned (txid, said_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(txid.hex(), Timestamp.from(now))
        .update();
  }

  /** Until the transaction ends nobody else decides about this withdrawal. */
  void lock(TxId txid) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 85))")
        .param(txid.hex())
        .query((row, n) -> true)
        .single();
  }
}
