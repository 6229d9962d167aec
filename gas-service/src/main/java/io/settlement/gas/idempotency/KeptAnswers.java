// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.idempotency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What was answered to whom under which key, for a day. */
@Repository
class KeptAnswers {
  /** How long a key stands for its request. */
  static final Duration KEPT = Duration.ofDays(1);

  /** After that whoever began is taken to have died with it. */
  private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

  private static final int FORGOTTEN_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  KeptAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A key of a caller's. */
  record CallersKey(String caller, String text) {}

  /**
   * What is known of a key.
   *
   * @param request hash of the request it stands for
   * @param status null while somebody works on it
   */
  record Kept(
      String request, @Nullable Integer status, @Nullable String location, @Nullable String body) {}

  /** Whether the key is now this request's to answer; false when it stands for one already. */
  boolean claim(CallersKey key, String request) {
    Instant now = clock.instant();
    return jdbc.sql(
                """
                insert into idempotent_request as known (caller, key, request, claimed_at)
                values (:caller, :key, :request, :now)
                on conflict (caller, key) do update
                set request = excluded.request, claimed_at = excluded.claimed_at,
                    status = null, location = null, body = null
                where known.claimed_at < :old
                   or (known.status is null and known.claimed_at < :dead)
                """)
            .param("caller", key.caller())
            .param("key", key.text())
            .param("request", request)
            .param("now", Timestamp.from(now))
            .param("old", Timestamp.from(now.minus(KEPT)))
            .param("dead", Timestamp.from(now.minus(LONGEST_WORK)))
            .update()
        == 1;
  }

  /** What the key stands for; null when it was given up since. */
  @Nullable Kept find(CallersKey key) {
    return jdbc.sql(
            "select request, status, location, body from idempotent_request where caller = ? and key = ?")
        .params(key.caller(), key.text())
        .query(
            (row, number) ->
                new Kept(
                    row.getString("request"),
                    row.getObject("status", Integer.class),
                    row.getString("location"),
                    row.getString("body")))
        .optional()
        .orElse(null);
  }

  /** The answer that is given from now on. */
  void keep(CallersKey key, String request, Kept answer) {
    jdbc.sql(
            """
            update idempotent_request set status = :status, location = :location, body = :body
            where caller = :caller and key = :key and request = :request
            """)
        .param("status", answer.status())
        .param("location", answer.location())
        .param("body", answer.body())
        .param("caller", key.caller())
        .param("key", key.text())
        .param("request", request)
        .update();
  }

  /** The request was refused: the key stands for nothing. */
  void giveUp(CallersKey key, String request) {
    jdbc.sql(
            """
            delete from idempotent_request
            where caller = ? and key = ? and request = ? and status is null
            """)
        .params(key.caller(), key.text(), request)
        .update();
  }

  /** In small transactions. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void forget() {
    Timestamp old = Timestamp.from(clock.instant().minus(KEPT));
    int forgotten;
    do {
      forgotten =
          jdbc.sql(
                  """
                  delete from idempotent_request where (caller, key) in (
                    select caller, key from idempotent_request where claimed_at < ?
                    order by claimed_at limit ? for update skip locked)
                  """)
              .params(old, FORGOTTEN_AT_ONCE)
              .update();
    } while (forgotten == FORGOTTEN_AT_ONCE);
  }
}
