// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it.
 *
 * @param types of which events it hears; of all when empty
 * @param handler of which handler's messages, {@code Chain:0x…}
 * @param route of which route's messages, {@code Chain:0x…>Chain:0x…}
 * @param artifact of which artifact, instead of messages; with none of these, of messages that the
 *     owner's payers sent
 * @param stages of lines only that bring a message to one of these; of all when empty
 * @param state ACTIVE or DISABLED
 * @param reason why it is disabled
 * @param failingSince the first failure after the last success
 * @param formerSecretUntil until then the former secret signs as well
 * @param secret shown when it is made, never again
 */
record Webhook(
    String id,
    String url,
    List<String> types,
    @Nullable String handler,
    @Nullable String route,
    @Nullable String artifact,
    List<String> stages,
    String description,
    State state,
    @Nullable String reason,
    @Nullable Instant failingSince,
    @Nullable Instant formerSecretUntil,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

  /** Stored by name. */
  enum State {
    /** What happens is sent. */
    ACTIVE,
    /** Nothing is sent, and what happens meanwhile is not kept for it. */
    DISABLED
  }

  static Webhook of(ResultSet row, int number) throws SQLException {
    String from = row.getString("from_handler");
    return new Webhook(
        row.getString("id"),
        row.getString("url"),
        Arrays.asList((String[]) row.getArray("types").getArray()),
        row.getString("handler"),
        from == null ? null : from + ">" + row.getString("to_handler"),
        row.getString("artifact"),
        Arrays.asList((String[]) row.getArray("stages").getArray()),
        row.getString("description"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        time(row, "failing_since"),
        time(row, "former_until"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        null);
  }

  Webhook with(Secret shown) {
    return new Webhook(
        id,
        url,
        types,
        handler,
        route,
        artifact,
        stages,
        description,
        state,
        reason,
        failingSince,
        formerSecretUntil,
        createdAt,
        shown.text());
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
