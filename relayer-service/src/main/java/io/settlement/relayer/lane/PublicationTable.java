// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be published, once for each contract and name. */
final class PublicationTable {
  private final JdbcClient jdbc;

  PublicationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One that no transaction carries.
   *
   * @param attempts how often it was refused
   */
  record Asked(long id, Publication publication, int attempts) {}

  /** To be published as soon as a lane is free; again is harmless. */
  void add(Publication one, Instant now) {
    jdbc.sql(
            """
            INSERT INTO publication
                   (chain, errand, contract, name, calldata, state, asked_at, ready_at)
            VALUES (?, ?, ?, ?, ?, 'ASKED', ?, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(one.chain().value(), one.errand().name(), one.contract().hex(), one.name())
        .params(one.calldata(), Timestamp.from(now), Timestamp.from(now))
        .update();
  }

  /** Of prices only the newest round counts; what is on its way stays there. */
  void onlyNewest(ChainName chain, EvmAddress contract) {
    jdbc.sql(
            """
            UPDATE publication SET state = 'OUTDATED'
             WHERE chain = :chain AND contract = :contract AND errand = 'PUBLISH_PRICES'
               AND state = 'ASKED'
               AND name::bigint < (SELECT max(name::bigint) FROM publication
                                    WHERE chain = :chain AND contract = :contract
                                      AND errand = 'PUBLISH_PRICES')
            """)
        .param("chain", chain.value())
        .param("contract", contract.hex())
        .update();
  }

  /** Old prices are of no interest to anybody. */
  void forgetPrices(ChainName chain, Instant before) {
    jdbc.sql(
            """
            DELETE FROM publication
             WHERE chain = ? AND errand = 'PUBLISH_PRICES' AND asked_at < ?
               AND state IN ('MINED', 'OUTDATED')
            """)
        .params(chain.value(), Timestamp.from(before))
        .update();
  }

  /** What an artifact's reserves do not ask for any more, and nobody has sent. */
  void dropPauses(String artifact) {
    jdbc.sql(
            """
            UPDATE publication SET state = 'OUTDATED', reason = 'ImbalanceCleared'
             WHERE errand = 'PAUSE_MINTING' AND state = 'ASKED'
               AND substr(name, strpos(name, ' ') + 1) = ?
            """)
        .param(artifact)
        .update();
  }

  /** Orders to pause that no transaction carries. */
  List<Asked> pauses() {
    return jdbc.sql(
            """
            SELECT * FROM publication WHERE errand = 'PAUSE_MINTING' AND state = 'ASKED' ORDER BY id
            """)
        .query((row, n) -> asked(row))
        .list();
  }

  long unsent() {
    return jdbc.sql(
            "SELECT count(*) FROM publication WHERE errand = 'PAUSE_MINTING' AND state = 'ASKED'")
        .query(Long.class)
        .single();
  }

  /** Whether that is new: nobody may send it for now. */
  boolean isNewlyUnguarded(long id) {
    return jdbc.sql(
                """
                UPDATE publication SET reason = 'NO_GUARDIAN'
                 WHERE id = ? AND state = 'ASKED' AND reason IS DISTINCT FROM 'NO_GUARDIAN'
                """)
            .param(id)
            .update()
        > 0;
  }

  /**
   * The oldest that may go now, locked until the transaction ends; pauses before anything else.
   *
   * @param onlyPauses whether nothing else may go
   * @param without those that this lane may not send
   */
  Optional<Asked> next(ChainName chain, Instant now, boolean onlyPauses, Collection<Long> without) {
    return jdbc.sql(
            """
            SELECT * FROM publication
             WHERE chain = ? AND state = 'ASKED' AND ready_at <= ?
               AND (NOT ? OR errand = 'PAUSE_MINTING') AND id <> ALL(?)
             ORDER BY errand <> 'PAUSE_MINTING', ready_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .params(chain.value(), Timestamp.from(now), onlyPauses, without.toArray(Long[]::new))
        .query((row, n) -> asked(row))
        .optional();
  }

  /** Whether no transaction carries it, locked until the transaction ends. */
  boolean isAsked(long id) {
    return jdbc.sql(
            "SELECT id FROM publication WHERE id = ? AND state = 'ASKED' FOR UPDATE SKIP LOCKED")
        .param(id)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  void sent(long id, long submission) {
    jdbc.sql("UPDATE publication SET state = 'SENT', submission = ?, reason = NULL WHERE id = ?")
        .params(submission, id)
        .update();
  }

  /** It is not to be sent any more; whether it was to be. */
  boolean end(long id, String state, String reason) {
    return jdbc.sql("UPDATE publication SET state = ?, reason = ? WHERE id = ? AND state = 'ASKED'")
            .params(state, reason, id)
            .update()
        > 0;
  }

  /** The contract refused it just now. */
  void refused(long id, String reason, Instant again) {
    jdbc.sql(
            """
            UPDATE publication SET attempts = attempts + 1, reason = ?, ready_at = ?
             WHERE id = ? AND state = 'ASKED'
            """)
        .params(reason, Timestamp.from(again), id)
        .update();
  }

  /**
   * Books those of these transactions that published; what failed is looked at again.
   *
   * @return pauses that are in force now, with their transactions
   */
  Map<Publication, Long> mined(Map<Flight, Receipt> mined) {
    Map<Boolean, List<Long>> byDone =
        mined.entrySet().stream()
            .filter(one -> one.getKey().cargo().errand().publishes())
            .collect(
                Collectors.partitioningBy(
                    PublicationTable::isDone,
                    Collectors.mapping(one -> one.getKey().id(), Collectors.toList())));
    List<Long> done = byDone.getOrDefault(true, List.of());
    Map<Publication, Long> paused = pausing(mined, done);
    move(done, "SENT", "MINED");
    freed(byDone.getOrDefault(false, List.of()));
    return paused;
  }

  private Map<Publication, Long> pausing(Map<Flight, Receipt> mined, Collection<Long> done) {
    Map<Publication, Long> paused = new LinkedHashMap<>();
    boolean any =
        mined.keySet().stream()
            .anyMatch(
                flight ->
                    flight.cargo().errand() == Errand.PAUSE_MINTING && done.contains(flight.id()));
    if (any) {
      jdbc.sql(
              """
              SELECT * FROM publication
               WHERE submission = ANY(?) AND state = 'SENT' AND errand = 'PAUSE_MINTING'
              """)
          .param(done.toArray(Long[]::new))
          .query(
              (RowCallbackHandler)
                  row -> paused.put(asked(row).publication(), row.getLong("submission")));
    }
    return paused;
  }

  private static boolean isDone(Map.Entry<Flight, Receipt> one) {
    Receipt receipt = one.getValue();
    return receipt.success() && !one.getKey().isNoop(receipt.txHash());
  }

  /** Their blocks were replaced: they are on their way again. */
  void reopened(Collection<Long> submissions) {
    move(submissions, "MINED", "SENT");
  }

  /** Nothing carries them any more: they are to be sent again. */
  void freed(Collection<Long> submissions) {
    move(submissions, "SENT", "ASKED");
  }

  private void move(Collection<Long> submissions, String from, String to) {
    if (!submissions.isEmpty()) {
      jdbc.sql("UPDATE publication SET state = ? WHERE submission = ANY(?) AND state = ?")
          .params(to, submissions.toArray(Long[]::new), from)
          .update();
    }
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        row.getLong("id"),
        new Publication(
            new ChainName(row.getString("chain")),
            Errand.valueOf(row.getString("errand")),
            new EvmAddress(row.getString("contract")),
            row.getString("name"),
            row.getBytes("calldata")),
        row.getInt("attempts"));
  }
}
