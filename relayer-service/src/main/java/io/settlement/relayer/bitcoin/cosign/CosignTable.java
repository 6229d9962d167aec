// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.EventCodec;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.Topics;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.Spend;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            INSERT INTO to_cosign (batch, round, fact, state, next_attempt_at)
            VALUES (?, ?, ?, 'PENDING', ?) ON CONFLICT DO NOTHING\
            """)
        .params(fact.batch(), fact.round())
        .params(new String(EventCodec.encode(fact), StandardCharsets.UTF_8), Timestamp.from(now))
        .update();
  }

  List<Asked> due(Instant now, int most) {
    return jdbc.sql(
            """
            SELECT fact, attempts FROM to_cosign WHERE state = 'PENDING' AND next_attempt_at <= ?
             ORDER BY next_attempt_at LIMIT ?\
            """)
        .params(Timestamp.from(now), most)
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
    return jdbc
        .sql(
            """
            SELECT c.inputs FROM cosigned_payout p JOIN cosigned c USING (tx_hash)
             WHERE p.txid = ?\
            """)
        .param(txid.hex())
        .query(
            (row, n) -> new HashSet<>(Arrays.asList((String[]) row.getArray("inputs").getArray())))
        .list()
        .stream()
        .anyMatch(earlier -> earlier.stream().noneMatch(inputs::contains));
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

  /** Guards what is about to be signed; in the transaction that tells the signature. */
  void guard(Hash txHash, Spend spend, Instant now) {
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
   * @return false when it has signed one: then it must not say so
   */
  public boolean neverSign(TxId txid, Instant now) {
    lock(txid);
    boolean signed =
        jdbc.sql("SELECT count(*) FROM cosigned_payout WHERE txid = ?")
                .param(txid.hex())
                .query(Integer.class)
                .single()
            > 0;
    if (!signed) {
      jdbc.sql("INSERT INTO never_cosigned (txid, said_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
          .params(txid.hex(), Timestamp.from(now))
          .update();
    }
    return !signed;
  }

  /** Until the transaction ends nobody else decides about this withdrawal. */
  void lock(TxId txid) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 85))")
        .param(txid.hex())
        .query((row, n) -> true)
        .single();
  }
}
