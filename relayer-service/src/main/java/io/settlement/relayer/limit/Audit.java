// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who decided what, and why. Rows are added in the transaction of the deed and stay for ever. */
public final class Audit {
  private final JdbcClient jdbc;
  private final Clock clock;

  Audit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One decision.
   *
   * @param id its place among all
   * @param action a stable word, for instance STOP
   * @param subject what was decided about
   * @param reason what the actor gave as reason
   * @param result what followed
   */
  public record Line(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      String reason,
      String result) {}

  /** Writes a decision down. */
  public void write(String actor, String action, String subject, String reason, String result) {
    jdbc.sql(
            """
            INSERT INTO audit (at, actor, action, subject, reason, result)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(Timestamp.from(clock.instant()), actor, action, subject, reason, result)
        .update();
  }

  /** The latest first, before one of them, about one subject or all. */
  public List<Line> before(long id, @Nullable String subject, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM audit WHERE id < :id AND (:subject::text IS NULL OR subject = :subject)
             ORDER BY id DESC LIMIT :limit
            """)
        .param("id", id)
        .param("subject", subject)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Line(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("reason"),
                    row.getString("result")))
        .list();
  }
}
