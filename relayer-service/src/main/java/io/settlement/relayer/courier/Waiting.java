// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds messages that do not go on, the longest waiting first, on an index of only those. */
final class Waiting {
  /** Where messages may have to wait for somebody. */
  static final Set<Stage> STAGES =
      Set.of(
          Stage.PARKED,
          Stage.REFUSED,
          Stage.HELD,
          Stage.WAITING_FOR_GAS,
          Stage.FINAL,
          Stage.EXPIRED);

  private final JdbcClient jdbc;

  Waiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which messages.
   *
   * @param chain the source or the destination
   * @param before since when at the latest they stand where they stand
   */
  record Query(
      Stage stage,
      @Nullable Reason reason,
      @Nullable ChainName chain,
      @Nullable RouteId route,
      @Nullable Instant before) {}

  /**
   * One of them.
   *
   * @param since when it last changed
   */
  @Schema(name = "WaitingMessage")
  record One(TxId txid, Stage stage, @Nullable String reason, String route, Instant since) {}

  /** From a place in that order on. */
  List<One> find(Query query, @Nullable Instant since, TxId after, int limit) {
    if (!STAGES.contains(query.stage())) {
      throw Problem.badRequest("invalid-stage", "messages wait in " + STAGES);
    }
    RouteId route = query.route();
    // The stage is spelt out: it has to be known to belong to the index.
    return jdbc.sql(
            """
            SELECT txid, reason, content ->> 'from' AS origin, content ->> 'to' AS target, updated_at
              FROM message
             WHERE stage = '%s'
               AND (updated_at, txid) > (coalesce(:since::timestamptz, '-infinity'), :after)
               AND (:before::timestamptz IS NULL OR updated_at < :before)
               AND (:reason::text IS NULL OR reason = :reason)
               AND (:chain::text IS NULL OR destination = :chain
                    OR split_part(content ->> 'from', ':', 1) = :chain)
               AND (:origin::text IS NULL
                    OR (content ->> 'from' = :origin AND content ->> 'to' = :target))
             ORDER BY updated_at, txid LIMIT :limit
            """
                .formatted(query.stage().name()))
        .param("since", since == null ? null : Timestamp.from(since))
        .param("after", after.hex())
        .param("before", query.before() == null ? null : Timestamp.from(query.before()))
        .param("reason", query.reason() == null ? null : query.reason().name())
        .param("chain", query.chain() == null ? null : query.chain().value())
        .param("origin", route == null ? null : route.from().toString())
        .param("target", route == null ? null : route.to().toString())
        .param("limit", limit)
        .query(
            (row, n) ->
                new One(
                    new TxId(row.getString("txid")),
                    query.stage(),
                    row.getString("reason"),
                    row.getString("origin") + ">" + row.getString("target"),
                    row.getTimestamp("updated_at").toInstant()))
        .list();
  }
}
