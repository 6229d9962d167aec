// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The certificates of each chain. Neighbours that were verified alike become one, up to {@value
 * #MOST_BLOCKS} blocks, so that the table does not grow with every look at a chain.
 */
final class GapCertificates {
  private static final int MOST_BLOCKS = 10_000;

  /** Further below the newest they are merged up to this many blocks, however verified. */
  private static final int MOST_OLD_BLOCKS = 1_000_000;

  /** After so many new ones old ones are merged. */
  private static final int TIDY_AFTER = 1_000;

  /** Most that are merged in one transaction. */
  private static final int TIDY_AT_ONCE = 20_000;

  private final JdbcClient jdbc;

  /** New ones since old ones were merged; absent until that was done by this process. */
  private final Map<ChainName, Integer> added = new ConcurrentHashMap<>();

  GapCertificates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One or two statements. */
  void add(ChainName chain, GapCertificate one, Instant now) {
    if (!continued(chain, one, now)) {
      jdbc.sql(
              """
              INSERT INTO gap_certificate
                (chain, from_number, to_number, first_hash, last_hash, logs, verified, certified_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
              """)
          .params(chain.value(), one.from(), one.to(), one.first().hex(), one.last().hex())
          .params(one.logs(), one.verified().name(), Timestamp.from(now))
          .update();
      added.computeIfPresent(chain, (any, count) -> count + 1);
    }
  }

  /**
   * Merges old neighbours now and then, however they were verified: there is one for each change of
   * that, and nobody asks for more of the past than that nothing is left out. Only for who reads
   * the live head; while a back-fill certifies blocks far below, nothing is merged.
   */
  void tidy(ChainName chain) {
    if (added.getOrDefault(chain, TIDY_AFTER) >= TIDY_AFTER) {
      mergeOld(chain);
      added.put(chain, 0);
    }
  }

  private void mergeOld(ChainName chain) {
    jdbc.sql(
            """
            WITH newest AS (
              SELECT max(to_number) AS number FROM gap_certificate WHERE chain = :chain),
            old AS (
              SELECT g.*, lag(to_number) OVER (ORDER BY from_number) AS ended
                FROM gap_certificate g, newest
               WHERE chain = :chain AND to_number <= newest.number - :recent
                 AND NOT EXISTS (SELECT FROM backfill WHERE chain = :chain)
               ORDER BY from_number LIMIT :most),
            runs AS (
              SELECT *, from_number / :length AS part,
                     count(*) FILTER (WHERE ended IS DISTINCT FROM from_number - 1)
                       OVER (ORDER BY from_number) AS run
                FROM old),
            merged AS (
              SELECT min(from_number) AS low, max(to_number) AS high, sum(logs) AS logs,
                     (array_agg(last_hash ORDER BY from_number DESC))[1] AS last_hash,
                     CASE WHEN count(DISTINCT verified) = 1 THEN min(verified) ELSE 'MIXED' END
                       AS verified,
                     max(certified_at) AS certified_at
                FROM runs GROUP BY part, run HAVING count(*) > 1),
            gone AS (
              DELETE FROM gap_certificate g USING merged m
               WHERE g.chain = :chain AND g.from_number > m.low AND g.from_number <= m.high
              RETURNING 1)
            UPDATE gap_certificate g
               SET to_number = m.high, last_hash = m.last_hash, logs = m.logs,
                   verified = m.verified, certified_at = m.certified_at
              FROM merged m, (SELECT count(*) FROM gone) AS first_they_go
             WHERE g.chain = :chain AND g.from_number = m.low
            """)
        .param("chain", chain.value())
        .param("recent", MOST_BLOCKS)
        .param("length", MOST_OLD_BLOCKS)
        .param("most", TIDY_AT_ONCE)
        .update();
  }

  private boolean continued(ChainName chain, GapCertificate one, Instant now) {
    return jdbc.sql(
                """
                UPDATE gap_certificate
                   SET to_number = ?, last_hash = ?, logs = logs + ?, certified_at = ?
                 WHERE chain = ? AND to_number = ? AND last_hash = ? AND verified = ?
                   AND ? - from_number < ?\
                """)
            .params(one.to(), one.last().hex(), one.logs(), Timestamp.from(now))
            .params(chain.value(), one.from() - 1, one.parent().hex(), one.verified().name())
            .params(one.to(), MOST_BLOCKS)
            .update()
        == 1;
  }

  /** Blocks above are to be certified again: what reaches beyond is forgotten as a whole. */
  void forgetAbove(ChainName chain, long number) {
    jdbc.sql("DELETE FROM gap_certificate WHERE chain = ? AND to_number > ?")
        .params(chain.value(), number)
        .update();
  }

  /** The ends of the newest certificates, highest first. */
  List<Point> ends(ChainName chain, int most) {
    return jdbc.sql(
            """
            SELECT to_number, last_hash FROM gap_certificate
             WHERE chain = ? ORDER BY to_number DESC LIMIT ?\
            """)
        .params(chain.value(), most)
        .query((row, at) -> new Point(row.getLong(1), new Hash(row.getString(2))))
        .list();
  }

  /**
   * What is certified, by how.
   *
   * @param blocks how many
   * @param logs how many logs of ours they have
   */
  record Coverage(
      Verification verified, long blocks, long logs, long from, long to, Instant latest) {}

  /** All of a chain, summed up. */
  List<Coverage> coverage(ChainName chain) {
    return jdbc.sql(
            """
            SELECT verified, sum(to_number - from_number + 1) AS blocks, sum(logs) AS logs,
                   min(from_number) AS low, max(to_number) AS high, max(certified_at) AS latest
              FROM gap_certificate WHERE chain = ? GROUP BY verified ORDER BY verified\
            """)
        .param(chain.value())
        .query(
            (row, at) ->
                new Coverage(
                    Verification.valueOf(row.getString("verified")),
                    row.getLong("blocks"),
                    row.getLong("logs"),
                    row.getLong("low"),
                    row.getLong("high"),
                    row.getTimestamp("latest").toInstant()))
        .list();
  }

  /** A range that nothing certifies although blocks below and above it are. */
  record Gap(long from, long to) {}

  /** Ranges between certificates, lowest first; a back-fill in progress is one. */
  List<Gap> gaps(ChainName chain, int most) {
    return jdbc.sql(
            """
            SELECT ended + 1 AS low, from_number - 1 AS high FROM
              (SELECT from_number, lag(to_number) OVER (ORDER BY from_number) AS ended
                 FROM gap_certificate WHERE chain = ?) AS neighbours
             WHERE from_number > ended + 1 ORDER BY low LIMIT ?\
            """)
        .params(chain.value(), most)
        .query((row, at) -> new Gap(row.getLong("low"), row.getLong("high")))
        .list();
  }
}
