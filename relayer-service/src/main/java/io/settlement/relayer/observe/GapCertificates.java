// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The certificates of each chain. Neighbours that were verified alike become one, up to {@value
 * #MOST_BLOCKS} blocks, so that the table does not grow with every look at a chain.
 */
final class GapCertificates {
  private static final int MOST_BLOCKS = 10_000;

  private final JdbcClient jdbc;

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
    }
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
