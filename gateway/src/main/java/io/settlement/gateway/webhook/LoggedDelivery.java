// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log.
 *
 * @param eventId the header webhook-id
 * @param txid null for a ping and for what happened to an artifact
 * @param state WAITING, DELIVERED or FAILED
 * @param attempts begun so far
 * @param status of the last answer
 * @param latencyMs milliseconds until then
 * @param answer its first bytes
 * @param problem why the last attempt was none
 * @param nextAttemptAt when it is tried again; null when it is over
 */
record LoggedDelivery(
    @JsonIgnore long id,
    String eventId,
    String type,
    @Nullable String txid,
    String state,
    int attempts,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Integer status,
    @Nullable Long latencyMs,
    @Nullable String answer,
    @Nullable String problem,
    @Nullable Instant nextAttemptAt) {

  static LoggedDelivery of(ResultSet row, int number) throws SQLException {
    String eventId = row.getString("event_id");
    String txid = row.getString("txid");
    String state = row.getString("state");
    return new LoggedDelivery(
        row.getLong("id"),
        eventId,
        row.getString("type"),
        eventId.startsWith("evt_") ? txid : null,
        state,
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        time(row, "attempted_at"),
        row.getObject("status", Integer.class),
        row.getObject("latency_ms", Long.class),
        row.getString("answer"),
        row.getString("problem"),
        state.equals("WAITING") ? time(row, "next_at") : null);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
