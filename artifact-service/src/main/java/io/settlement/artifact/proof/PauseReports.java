// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.events.PauseEvent;
import io.settlement.events.PauseEvent.MintingPauseReported;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.kit.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What guardians' lanes said of each order; the newest word counts. */
@Repository
class PauseReports {
  private final JdbcClient jdbc;

  PauseReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far an order has come.
   *
   * @param guardian whose transaction it is; null without one
   * @param txHash null without a transaction, and when it was found paused
   */
  record Report(
      Progress progress, @Nullable EvmAddress guardian, @Nullable Hash txHash, Instant at) {}

  private record Key(String artifact, ChainName chain, long order) {}

  /**
   * One statement; the last of each order in this list, when it is not older than what is known.
   */
  void keep(List<PauseEvent> facts) {
    Map<Key, MintingPauseReported> newest = new LinkedHashMap<>();
    for (PauseEvent fact : facts) {
      if (fact instanceof MintingPauseReported one) {
        newest.put(new Key(one.artifact(), one.chain(), one.order()), one);
      }
    }
    if (newest.isEmpty()) {
      return;
    }
    List<MintingPauseReported> told = new ArrayList<>(newest.values());
    jdbc.sql(
            """
            insert into pause_report as r
                   (artifact, chain, contract, number, progress, guardian, tx_hash, at)
            select * from unnest(:artifacts::text[], :chains::text[], :contracts::text[],
                                 :numbers::bigint[], :progresses::text[], :guardians::text[],
                                 :hashes::text[], :times::timestamptz[])
            on conflict (artifact, chain, number) do update
               set contract = excluded.contract, progress = excluded.progress,
                   guardian = excluded.guardian, tx_hash = excluded.tx_hash, at = excluded.at
             where excluded.at >= r.at
            """)
        .param("artifacts", Columns.of(told, MintingPauseReported::artifact))
        .param("chains", Columns.of(told, MintingPauseReported::chain))
        .param("contracts", Columns.of(told, MintingPauseReported::contract))
        .param("numbers", Columns.of(told, MintingPauseReported::order))
        .param("progresses", Columns.of(told, MintingPauseReported::progress))
        .param("guardians", Columns.of(told, MintingPauseReported::guardian))
        .param("hashes", Columns.of(told, MintingPauseReported::txHash))
        .param("times", Columns.of(told, MintingPauseReported::at))
        .update();
  }

  Optional<Report> of(String artifact, ChainName chain, long number) {
    return jdbc.sql("select * from pause_report where artifact = ? and chain = ? and number = ?")
        .params(artifact, chain.value(), number)
        .query((row, n) -> report(row))
        .optional();
  }

  private static Report report(ResultSet row) throws SQLException {
    String guardian = row.getString("guardian");
    String hash = row.getString("tx_hash");
    return new Report(
        Progress.valueOf(row.getString("progress")),
        guardian == null ? null : new EvmAddress(guardian),
        hash == null ? null : new Hash(hash),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
