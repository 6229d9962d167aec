// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.LaneId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases and nonces. Time is the database's own, the one clock all owners share. */
final class LeaseTable {
  private final JdbcClient jdbc;
  private final String owner;
  private final Duration length;

  /**
   * @param owner names this process
   * @param length how long a silent owner keeps a lane
   */
  LeaseTable(JdbcClient jdbc, String owner, Duration length) {
    this.jdbc = jdbc;
    this.owner = owner;
    this.length = length;
  }

  /**
   * What the row says, locked until the transaction ends.
   *
   * @param nextNonce null when the chain has to be asked
   * @param alarm why the lane is parked; null while it works
   */
  record Held(@Nullable Long nextNonce, @Nullable String alarm) {}

  /** Takes the lane when nobody holds it; a new owner is a new epoch. */
  Optional<Lease> acquire(Lane lane) {
    jdbc.sql("INSERT INTO lane (lane, submitter) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(lane.id().toString(), lane.key().address().hex())
        .update();
    return jdbc.sql(
            """
            UPDATE lane
               SET epoch = epoch + 1, owner = :owner, lease_until = now() + :length::interval
             WHERE lane = :lane AND (lease_until < now() OR owner = :owner)
            RETURNING epoch
            """)
        .param("owner", owner)
        .param("length", length.toString())
        .param("lane", lane.id().toString())
        .query(Long.class)
        .optional()
        .map(epoch -> new Lease(lane.id(), epoch));
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
    return jdbc.sql("SELECT next_nonce, alarm FROM lane WHERE lane = ? AND epoch = ? FOR UPDATE")
        .params(lease.lane().toString(), lease.epoch())
        .query(
            (row, n) -> new Held(row.getObject("next_nonce", Long.class), row.getString("alarm")))
        .optional()
        .orElseThrow(() -> new LeaseLost(lease.lane(), lease.epoch()));
  }

  /** The nonce after this transaction. */
  void next(LaneId lane, long nonce) {
    jdbc.sql("UPDATE lane SET next_nonce = ? WHERE lane = ?")
        .params(nonce, lane.toString())
        .update();
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
                UPDATE lane SET alarm = NULL, next_nonce = NULL, epoch = epoch + 1, owner = NULL,
                       lease_until = '-infinity'
                 WHERE lane = ? AND alarm IS NOT NULL
                """)
            .param(lane.toString())
            .update()
        == 1;
  }
}
