// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many messages stand where, of all that were ever known. The database keeps it exact: what
 * each statement changes is written with it. Reading and summing up cost what is new, not what was.
 */
final class Standing {
  /** Known by a signature or a payment alone. */
  static final String HEARD_OF = "HEARD_OF";

  /** Ended, and no longer in the tables that are worked on. */
  static final String ARCHIVED = "ARCHIVED";

  private static final String KNOWN = "KNOWN";

  private final JdbcClient jdbc;

  Standing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All numbers of one moment.
   *
   * @param known how many came; the sum of the stages
   * @param stages by stage, HEARD_OF and ARCHIVED among them
   * @param reasons of those that wait or have ended badly, by why
   */
  record Numbers(long known, Map<String, Long> stages, Map<String, Long> reasons) {}

  Numbers now() {
    Map<String, Long> stages = new HashMap<>();
    Map<String, Long> reasons = new HashMap<>();
    jdbc.sql(
            "SELECT stage, reason, sum(messages) AS n FROM message_standing GROUP BY stage, reason")
        .query(
            row -> {
              stages.merge(row.getString("stage"), row.getLong("n"), Long::sum);
              if (!row.getString("reason").isEmpty()) {
                reasons.merge(row.getString("reason"), row.getLong("n"), Long::sum);
              }
            });
    Long known = stages.remove(KNOWN);
    return new Numbers(known == null ? 0 : known, stages, reasons);
  }

  /** Since when the one that has waited longest waits, by stage; those without any are left out. */
  Map<String, Instant> oldest() {
    Map<String, Instant> oldest = new HashMap<>();
    jdbc.sql(
            Waiting.STAGES.stream()
                .map(
                    stage ->
                        "(SELECT stage, updated_at FROM message WHERE stage = '%s'"
                                .formatted(stage.name())
                            + " ORDER BY updated_at LIMIT 1)")
                .collect(Collectors.joining(" UNION ALL ")))
        .query(
            row -> {
              Timestamp since = row.getTimestamp("updated_at");
              oldest.put(row.getString("stage"), since.toInstant());
            });
    return oldest;
  }

  /** Makes one row of the rows of a kind. Whoever does it at the same time takes other rows. */
  void sumUp() {
    jdbc.sql(
            """
            WITH old AS (DELETE FROM message_standing RETURNING stage, reason, messages)
            INSERT INTO message_standing (stage, reason, messages)
            SELECT stage, reason, sum(messages) FROM old
             GROUP BY stage, reason HAVING sum(messages) <> 0
            """)
        .update();
  }
}
