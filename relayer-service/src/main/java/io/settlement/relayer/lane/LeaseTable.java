// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.TransactionEvent;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.account.OperatorAccounts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases and nonces. Time is the database's own, the one clock all owners share. */
final class LeaseTable {
  private final JdbcClient jdbc;
  private final OperatorAccounts accounts;
  private final String owner;
  private final Duration length;

  /**
   * @param owner names this process
   * @param length how long a silent owner keeps a lane
   */
  LeaseTable(JdbcClient jdbc, OperatorAccounts accounts, String owner, Duration length) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.owner = owner;
    this.length = length;
  }

  /**
   * What the row says, locked until the transaction ends.
   *
   * @param nextNonce null when the chain has to be asked
   * @param alarm why the lane is parked; null while it works
   * @param paused whether an operator wants nothing new from it
   */
  record Held(@Nullable Long nextNonce, @Nullable String alarm, boolean paused) {

    /** Whether it may sign something new. */
    boolean mayLoad() {
      return nextNonce != null && alarm == null && !paused;
    }

    /** Whether it may sign something new, and with this nonce. */
    boolean mayUse(long nonce) {
      return mayLoad() && Objects.equals(nextNonce, nonce);
    }
  }

  /**
   * What a lane's owner sees, for those who look at it.
   *
   * @param chainNonce the next nonce by the chain's word
   * @param balance what its key has, wei; null before that was asked
   * @param maxFee what it offers for a unit of gas
   * @param trouble why it sends nothing new; null while it does
   */
  record View(long chainNonce, @Nullable Wei balance, Wei maxFee, @Nullable String trouble) {}

  /**
   * Whether the books of the lane's account have begun; asked for the first time, they are to. What
   * is sent before would be in none.
   */
  boolean isOnTheBooks(Lane lane) {
    return accounts.join(
        lane.id().chain(),
        lane.key().address(),
        lane.isTreasury() ? TransactionEvent.Role.TREASURY : TransactionEvent.Role.SUBMITTER);
  }

  /** Takes the lane when nobody holds it; a new owner is a new epoch. */
  Optional<Lease> acquire(Lane lane) {
    jdbc.sql("INSERT INTO lane (lane, submitter) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(lane.id().toString(), lane.key().address().hex())
        .update();
    return jdbc.sql(
            """
            UPDATE lane
               SET epoch = epoch + 1, owner = :owner, lease_until = now() + :length::interval
             WHERE lane = :lane AND submitter = :submitter
               AND (lease_until < now() OR owner = :owner)
            RETURNING epoch
            """)
        .param("owner", owner)
        .param("length", length.toString())
        .param("lane", lane.id().toString())
        .param("submitter", lane.key().address().hex())
        .query(Long.class)
        .optional()
        .map(epoch -> new Lease(lane.id(), epoch));
  }

  /** Whether the lane was worked with another key: its nonces are not those of this one. */
  boolean isOfAnotherKey(Lane lane) {
    return jdbc.sql("SELECT submitter <> ? FROM lane WHERE lane = ?")
        .params(lane.key().address().hex(), lane.id().toString())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Keeps it. */
  void renew(Lease lease) {
    int rows =
        jdbc.sql("UPDATE lane SET lease_until = now() + ?::interval WHERE lane = ? AND epoch = ?")
            .params(length.toString(), lease.lane().toString(), lease.epoch())
            .update();
    if (rows == 0) {
      throw new LeaseLost(lease.lane(), lease.epoch());
    }
  }

  /** Gives it back, so that the next owner need not wait. */
  void release(Lease lease) {
    jdbc.sql("UPDATE lane SET lease_until = '-infinity' WHERE lane = ? AND epoch = ?")
        .params(lease.lane().toString(), lease.epoch())
        .update();
  }

  /**
   * Locks the lane's row until the transaction ends.
   *
   * @throws LeaseLost when the lane has another owner
   */
  Held hold(Lease lease) {
    return jdbc.sql(
            "SELECT next_nonce, alarm, paused FROM lane WHERE lane = ? AND epoch = ? FOR UPDATE")
        .params(lease.lane().toString(), lease.epoch())
        .query(
            (row, n) ->
                new Held(
                    row.getObject("next_nonce", Long.class),
                    row.getString("alarm"),
                    row.getBoolean("paused")))
        .optional()
        .orElseThrow(() -> new LeaseLost(lease.lane(), lease.epoch()));
  }

  /** The nonce after this transaction. */
  void next(LaneId lane, long nonce) {
    jdbc.sql("UPDATE lane SET next_nonce = ? WHERE lane = ?")
        .params(nonce, lane.toString())
        .update();
  }

  /** Writes down what its owner sees. */
  void saw(Lease lease, View view) {
    Wei balance = view.balance();
    jdbc.sql(
            """
            UPDATE lane SET chain_nonce = ?, balance = coalesce(?, balance), max_fee = ?,
                   trouble = ?, seen_at = now()
             WHERE lane = ? AND epoch = ?
            """)
        .param(view.chainNonce())
        .param(balance == null ? null : balance.value())
        .param(view.maxFee().value())
        .param(view.trouble())
        .param(lease.lane().toString())
        .param(lease.epoch())
        .update();
  }

  /**
   * Someone else used nonces of its key.
   *
   * @param spell how long ago the last time may be for this one to belong to it
   * @return how often that happened in this spell
   */
  int foreign(LaneId lane, int nonces, Duration spell) {
    return jdbc.sql(
            """
            UPDATE lane SET foreign_at = now(),
                   foreign_seen = CASE WHEN foreign_at > now() - ?::interval
                                       THEN foreign_seen ELSE 0 END + ?
             WHERE lane = ? RETURNING foreign_seen
            """)
        .params(spell.toString(), nonces, lane.toString())
        .query(Integer.class)
        .single();
  }

  /** An operator wants nothing new from it; says whether there is such a lane. */
  boolean pause(LaneId lane) {
    return jdbc.sql("UPDATE lane SET paused = true WHERE lane = ?").param(lane.toString()).update()
        == 1;
  }

  /** It goes on where it was; says whether it was paused. */
  boolean unpause(LaneId lane) {
    return jdbc.sql("UPDATE lane SET paused = false WHERE lane = ? AND paused")
            .param(lane.toString())
            .update()
        == 1;
  }

  /** Parks the lane: a human decides. */
  void alarm(LaneId lane, String reason) {
    jdbc.sql("UPDATE lane SET alarm = ? WHERE lane = ?").params(reason, lane.toString()).update();
  }

  /**
   * Lets a parked lane work again from the chain's own nonce.
   *
   * @return whether it was parked
   */
  boolean resume(LaneId lane) {
    return jdbc.sql(
                """
                UPDATE lane SET alarm = NULL, paused = false, next_nonce = NULL, foreign_seen = 0, epoch = epoch + 1, owner = NULL,
                       lease_until = '-infinity'
                 WHERE lane = ? AND alarm IS NOT NULL
                """)
            .param(lane.toString())
            .update()
        == 1;
  }
}
