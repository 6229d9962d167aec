// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Wei;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a lane is doing.
 *
 * @param submitter the account that pays
 * @param lease who works it
 * @param nonces its place in the account's sequence
 * @param purse what it has and pays
 * @param alarms what a human should look at; empty while all is well
 * @param work its intents and transactions
 */
record LaneReport(
    LaneId lane,
    EvmAddress submitter,
    Ownership lease,
    Nonces nonces,
    Purse purse,
    List<String> alarms,
    WorkCount work) {

  /**
   * Who works a lane.
   *
   * @param working whether someone holds its lease now
   * @param epoch counts its owners
   * @param until when a silent owner loses it; null when nobody has it
   * @param paused whether an operator wants nothing new from it
   * @param parked why it is parked; null while it works
   */
  record Ownership(
      boolean working,
      long epoch,
      @Nullable Instant until,
      boolean paused,
      @Nullable String parked) {}

  /**
   * Where a lane is in its account's sequence.
   *
   * @param next what the lane uses next; null before the chain was asked
   * @param chain what the chain expects next, as its owner saw it last; null before
   * @param gap transactions between both: signed and not mined
   * @param foreign nonces that others used within the last spell
   */
  record Nonces(@Nullable Long next, @Nullable Long chain, long gap, int foreign) {}

  /**
   * What a lane has and pays.
   *
   * @param balance wei, as its owner saw it last; null before
   * @param low whether that is below what the operator wants
   * @param maxFee what it offers for a unit of gas, wei; null before
   * @param toppedUp wei it got from the treasury within 24 hours
   * @param seenAt when its owner looked at the chain last; null before
   */
  record Purse(
      @Nullable Wei balance,
      boolean low,
      @Nullable Wei maxFee,
      Wei toppedUp,
      @Nullable Instant seenAt) {}

  /**
   * Messages by state, and transactions not mined yet.
   *
   * @param ready of the whole chain: any of its lanes takes them
   * @param underfunded those of them that wait because gas costs more than was prepaid for them
   * @param oldestReady since when the first of them could go; null when there is none
   * @param claimed being looked at by this lane
   * @param sent in a transaction that is not mined
   * @param mined waiting for finality
   * @param parked of the whole chain, waiting for a human
   * @param inFlight transactions not mined
   */
  record WorkCount(
      long ready,
      long underfunded,
      @Nullable Instant oldestReady,
      long claimed,
      long sent,
      long mined,
      long parked,
      long inFlight) {}

  /** Every lane that was ever worked on; each state is counted on an index of only that. */
  static List<LaneReport> all(JdbcClient jdbc, LaneSettings settings) {
    return jdbc.sql(
            """
            SELECT l.*, l.lease_until > now() AS working,
                   l.foreign_at > now() - :spell::interval AS lately,
                   coalesce(i.claimed, 0) AS claimed, coalesce(i.sent, 0) AS sent,
                   coalesce(i.mined, 0) AS mined,
                   coalesce(c.ready, 0) AS ready,
                   coalesce(c.underfunded, 0) AS underfunded, c.oldest, coalesce(c.parked, 0) AS parked,
                   (SELECT count(*) FROM submission s WHERE s.lane = l.lane AND s.state = 'OPEN')
                     AS in_flight,
                   (SELECT coalesce(sum(amount), 0) FROM top_up t
                     WHERE t.lane = l.lane AND t.state = 'MINED'
                       AND t.asked_at > now() - interval '24 hours') AS topped_up
              FROM lane l
              LEFT JOIN (
                SELECT lane, count(*) FILTER (WHERE state = 'CLAIMED') AS claimed,
                       count(*) FILTER (WHERE state = 'SENT') AS sent,
                       count(*) FILTER (WHERE state = 'MINED') AS mined
                  FROM (SELECT lane, state FROM intent WHERE state = 'CLAIMED' UNION ALL
                        SELECT lane, state FROM intent WHERE state IN ('SENT', 'MINED')) AS taken
                 GROUP BY lane) i
                ON i.lane = l.lane
              LEFT JOIN (
                SELECT chain, count(*) FILTER (WHERE state = 'READY') AS ready,
                       count(*) FILTER (WHERE state = 'READY' AND reason = 'UNDERFUNDED')
                         AS underfunded,
                       min(ready_at) FILTER (WHERE state = 'READY') AS oldest,
                       count(*) FILTER (WHERE state = 'PARKED') AS parked
                  FROM (SELECT chain, state, reason, ready_at FROM intent
                         WHERE state = 'READY' UNION ALL
                        SELECT chain, state, reason, ready_at FROM intent
                         WHERE state = 'PARKED') AS waiting
                 GROUP BY chain) c
                ON c.chain = split_part(l.lane, '/', 1)
             ORDER BY l.lane
            """)
        .param("spell", settings.patience().foreignSpell().toString())
        .query((row, n) -> read(row, settings))
        .list();
  }

  private static LaneReport read(ResultSet row, LaneSettings settings) throws SQLException {
    LaneId lane = LaneId.parse(row.getString("lane"));
    Purse purse = purse(row, settings.policy(lane.chain()).lowBalance());
    return new LaneReport(
        lane,
        new EvmAddress(row.getString("submitter")),
        ownership(row),
        nonces(row),
        purse,
        alarms(row, purse),
        new WorkCount(
            row.getLong("ready"),
            row.getLong("underfunded"),
            time(row, "oldest"),
            row.getLong("claimed"),
            row.getLong("sent"),
            row.getLong("mined"),
            row.getLong("parked"),
            row.getLong("in_flight")));
  }

  private static Ownership ownership(ResultSet row) throws SQLException {
    boolean working = row.getBoolean("working");
    return new Ownership(
        working,
        row.getLong("epoch"),
        working ? time(row, "lease_until") : null,
        row.getBoolean("paused"),
        row.getString("alarm"));
  }

  private static Nonces nonces(ResultSet row) throws SQLException {
    Long next = row.getObject("next_nonce", Long.class);
    Long chain = row.getObject("chain_nonce", Long.class);
    long gap = next == null || chain == null ? 0 : Math.max(0, next - chain);
    return new Nonces(next, chain, gap, row.getBoolean("lately") ? row.getInt("foreign_seen") : 0);
  }

  private static Purse purse(ResultSet row, Wei low) throws SQLException {
    Wei balance = wei(row, "balance");
    return new Purse(
        balance,
        balance != null && balance.compareTo(low) < 0,
        wei(row, "max_fee"),
        new Wei(row.getBigDecimal("topped_up").toBigIntegerExact()),
        time(row, "seen_at"));
  }

  private static List<String> alarms(ResultSet row, Purse purse) throws SQLException {
    List<String> alarms = new ArrayList<>();
    String parked = row.getString("alarm");
    if (parked != null) {
      alarms.add(parked);
    }
    if (row.getBoolean("lately")) {
      alarms.add("NONCE_TAKEN");
    }
    if (purse.low()) {
      alarms.add("LOW_BALANCE");
    }
    String trouble = row.getString("trouble");
    if (trouble != null) {
      alarms.add(trouble);
    }
    if (!row.getBoolean("working")) {
      alarms.add("NOBODY_WORKS_IT");
    }
    return List.copyOf(alarms);
  }

  private static @Nullable Wei wei(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null
        ? null
        : new Wei(row.getBigDecimal(column).toBigIntegerExact());
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
