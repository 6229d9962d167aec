// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.SignedTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions and their signed attempts. */
final class SubmissionTable {
  private final JdbcClient jdbc;

  SubmissionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new place in the sequence; gives its id. */
  long open(Lease lease, long nonce, Cargo cargo, @Nullable Wei feeCap, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO submission
                   (lane, nonce, epoch, purpose, state, contract, calldata, gas_limit, value,
                    fee_cap, created_at)
            VALUES (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?)
            RETURNING id
            """)
        .param(lease.lane().toString())
        .param(nonce)
        .param(lease.epoch())
        .param(cargo.errand().name())
        .param(cargo.contract().hex())
        .param(cargo.calldata())
        .param(cargo.gasLimit().units())
        .param(cargo.value().value())
        .param(feeCap == null ? null : feeCap.value())
        .param(Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** What it carries, for as long as it is remembered: intents move on to other transactions. */
  void carries(long submission, List<Work> works) {
    jdbc.sql("UPDATE submission SET members = ? WHERE id = ?")
        .params(works.stream().map(work -> work.txid().hex()).toArray(String[]::new), submission)
        .update();
  }

  /** The signed bytes, before anyone sees them. */
  void signed(long submission, Attempt attempt, Instant now) {
    jdbc.sql(
            """
            INSERT INTO attempt (tx_hash, submission, raw, max_fee, tip, noop, signed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            attempt.transaction().hash().hex(),
            submission,
            attempt.transaction().raw(),
            attempt.fees().max().value(),
            attempt.fees().tip().value(),
            attempt.noop(),
            Timestamp.from(now))
        .update();
  }

  /** Remembers which attempt took the place of another. */
  void replaced(Hash old, Hash by) {
    jdbc.sql("UPDATE attempt SET replaced_by = ? WHERE tx_hash = ?")
        .params(by.hex(), old.hex())
        .update();
  }

  /** The flights were included where the receipts say. */
  void mined(Map<Flight, Receipt> receipts) {
    jdbc.sql(
            """
            UPDATE submission s
               SET state = 'MINED', tx_hash = v.tx_hash,
                   block_number = v.block_number, block_hash = v.block_hash
              FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[])
                   AS v(id, tx_hash, block_number, block_hash)
             WHERE s.id = v.id
            """)
        .params(
            ids(receipts.keySet(), Flight::id),
            receipts.values().stream().map(it -> it.txHash().hex()).toArray(String[]::new),
            receipts.values().stream().map(Receipt::blockNumber).toArray(Long[]::new),
            receipts.values().stream().map(it -> it.blockHash().hex()).toArray(String[]::new))
        .update();
  }

  /** Their blocks will not be replaced any more: nobody needs their bytes. */
  void finalised(Collection<Landed> landed) {
    jdbc.sql(
            """
            WITH forgotten AS (UPDATE attempt SET raw = NULL WHERE submission = ANY(?))
            UPDATE submission SET state = 'FINAL', calldata = NULL WHERE id = ANY(?)
            """)
        .params(ids(landed, Landed::id), ids(landed, Landed::id))
        .update();
  }

  /** Their blocks were replaced: they are on their way again. */
  void reopened(Collection<Landed> landed) {
    state(ids(landed, Landed::id), "OPEN");
  }

  /** Their nonces were used by someone else. */
  void lost(Collection<Flight> flights) {
    state(ids(flights, Flight::id), "LOST");
  }

  private void state(Long[] ids, String state) {
    jdbc.sql("UPDATE submission SET state = ? WHERE id = ANY(?)").params(state, ids).update();
  }

  /** What of a lane is not mined, by nonce. */
  List<Flight> open(LaneId lane) {
    Map<Long, Flight> flights = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT s.*, a.tx_hash AS attempt_hash, a.raw, a.max_fee, a.tip, a.noop, a.signed_at
              FROM submission s JOIN attempt a ON a.submission = s.id
             WHERE s.lane = ? AND s.state = 'OPEN'
             ORDER BY s.nonce, a.signed_at, a.max_fee
            """)
        .param(lane.toString())
        .query((RowCallbackHandler) row -> add(flights, row));
    return List.copyOf(flights.values());
  }

  /** What of a lane is mined and not final. */
  List<Landed> landed(LaneId lane) {
    return jdbc.sql(
            """
            SELECT id, nonce, tx_hash, block_number, block_hash
              FROM submission WHERE lane = ? AND state = 'MINED'
            """)
        .param(lane.toString())
        .query(
            (row, n) ->
                new Landed(
                    row.getLong("id"),
                    row.getLong("nonce"),
                    new Hash(row.getString("tx_hash")),
                    row.getLong("block_number"),
                    new Hash(row.getString("block_hash"))))
        .list();
  }

  private static void add(Map<Long, Flight> flights, ResultSet row) throws SQLException {
    Instant signedAt = row.getTimestamp("signed_at").toInstant();
    Attempt attempt =
        new Attempt(
            new SignedTransaction(new Hash(row.getString("attempt_hash")), row.getBytes("raw")),
            new Fees(wei(row, "max_fee"), wei(row, "tip")),
            row.getBoolean("noop"));
    Flight known = flights.get(row.getLong("id"));
    if (known == null) {
      flights.put(row.getLong("id"), flight(row, attempt, signedAt));
    } else {
      known.replacedBy(attempt, signedAt);
    }
  }

  private static Cargo cargo(ResultSet row) throws SQLException {
    return new Cargo(
        Errand.valueOf(row.getString("purpose")),
        new EvmAddress(row.getString("contract")),
        row.getBytes("calldata"),
        new Gas(row.getLong("gas_limit")),
        wei(row, "value"));
  }

  private static Flight flight(ResultSet row, Attempt first, Instant signedAt) throws SQLException {
    Wei feeCap = row.getBigDecimal("fee_cap") == null ? null : wei(row, "fee_cap");
    return new Flight(row.getLong("id"), row.getLong("nonce"), cargo(row), feeCap, first, signedAt);
  }

  private static Wei wei(ResultSet row, String column) throws SQLException {
    return new Wei(row.getBigDecimal(column).toBigIntegerExact());
  }

  private static <T> Long[] ids(Collection<T> rows, Function<T, Long> id) {
    return rows.stream().map(id).toArray(Long[]::new);
  }
}
