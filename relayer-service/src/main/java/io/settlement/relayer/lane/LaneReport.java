// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.LaneId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lane is doing.
 *
 * @param submitter the account that pays
 * @param working whether someone holds its lease now
 * @param epoch counts its owners
 * @param leaseUntil when a silent owner loses it; null when nobody had it
 * @param nextNonce null before the chain was asked
 * @param alarm why it is parked; null while it works
 * @param work its intents and transactions
 */
record LaneReport(
    LaneId lane,
    EvmAddress submitter,
    boolean working,
    long epoch,
    @Nullable Instant leaseUntil,
    @Nullable Long nextNonce,
    @Nullable String alarm,
    WorkCount work) {

  /**
   * Messages by state, and transactions not mined yet.
   *
   * @param ready may be sent now or later
   * @param sent in a transaction that is not mined
   * @param mined waiting for finality
   * @param parked waiting for a human
   * @param inFlight transactions not mined
   */
  record WorkCount(long ready, long sent, long mined, long parked, long inFlight) {}

  static LaneReport read(ResultSet row, int n) throws SQLException {
    boolean working = row.getBoolean("working");
    return new LaneReport(
        LaneId.parse(row.getString("lane")),
        new EvmAddress(row.getString("submitter")),
        working,
        row.getLong("epoch"),
        working ? row.getTimestamp("lease_until").toInstant() : null,
        row.getObject("next_nonce", Long.class),
        row.getString("alarm"),
        new WorkCount(
            row.getLong("ready"),
            row.getLong("sent"),
            row.getLong("mined"),
            row.getLong("parked"),
            row.getLong("in_flight")));
  }
}
