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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions and their signed attempts. */
final class SubmissionTable {
  private final JdbcClient jdbc;

  SubmissionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new place in the sequence; gives its id. */
  long open(Lease lease, long nonce, Cargo cargo, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO submission
                   (lane, nonce, epoch, purpose, state, contract, calldata, gas_limit, created_at)
            VALUES (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)
            RETURNING id
            """)
        .params(
            lease.lane().toString(),
            nonce,
            lease.epoch(),
            cargo.purpose().name(),
            cargo.contract().hex(),
            cargo.calldata(),
            cargo.gasLimit().units(),
            Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** The signed bytes, before anyone sees them. */
  void signed(long submission, Attempt attempt, Instant now) {
    jdbc.sql(
            """
            INSERT INTO attempt (tx_hash, submission, raw, max_fee, tip, signed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            attempt.transaction().hash().hex(),
            submission,
            attempt.transaction().raw(),
            attempt.fees().max().value(),
            attempt.fees().tip().value(),
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
            ids(receipts.keySet()),
            receipts.values().stream().map(it -> it.txHash().hex()).toArray(String[]::new),
            receipts.values().stream().map(Receipt::blockNumber).toArray(Long[]::new),
            receipts.values().stream().map(it -> it.blockHash().hex()).toArray(String[]::new))
        .update();
  }

  /** Their blocks will not be replaced any more. */
  void finalised(Collection<Flight> flights) {
    state(flights, "FINAL");
  }

  /** Their blocks were replaced: they are on their way again. */
  void reopened(Collection<Flight> flights) {
    state(flights, "OPEN");
  }

  /** Their nonces were used by someone else. */
  void lost(Collection<Flight> flights) {
    state(flights, "LOST");
  }

  private void state(Collection<Flight> flights, String state) {
    jdbc.sql("UPDATE submission SET state = ? WHERE id = ANY(?)")
        .params(state, ids(flights))
        .update();
  }

  /** Everything of a lane that is not final, by nonce. */
  List<Flight> unfinished(LaneId lane) {
    Map<Long, Flight> flights = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT s.*, a.tx_hash AS attempt_hash, a.raw, a.max_fee, a.tip, a.signed_at
              FROM submission s JOIN attempt a ON a.submission = s.id
             WHERE s.lane = ? AND s.state IN ('OPEN', 'MINED')
             ORDER BY s.nonce, a.signed_at, a.max_fee
            """)
        .param(lane.toString())
        .query((RowCallbackHandler) row -> add(flights, row));
    return List.copyOf(flights.values());
  }

  private static void add(Map<Long, Flight> flights, ResultSet row) throws SQLException {
    Instant signedAt = row.getTimestamp("signed_at").toInstant();
    Attempt attempt =
        new Attempt(
            new SignedTransaction(new Hash(row.getString("attempt_hash")), row.getBytes("raw")),
            new Fees(wei(row, "max_fee"), wei(row, "tip")));
    Flight known = flights.get(row.getLong("id"));
    if (known != null) {
      known.replacedBy(attempt, signedAt);
      return;
    }
    Flight flight =
        new Flight(row.getLong("id"), row.getLong("nonce"), cargo(row), attempt, signedAt);
    if (row.getString("state").equals("MINED")) {
      flight.minedIn(
          new Flight.Block(
              new Hash(row.getString("tx_hash")),
              row.getLong("block_number"),
              new Hash(row.getString("block_hash"))));
    }
    flights.put(flight.id(), flight);
  }

  private static Cargo cargo(ResultSet row) throws SQLException {
    return new Cargo(
        Purpose.valueOf(row.getString("purpose")),
        new EvmAddress(row.getString("contract")),
        row.getBytes("calldata"),
        new Gas(row.getLong("gas_limit")));
  }

  private static Wei wei(ResultSet row, String column) throws SQLException {
    return new Wei(row.getBigDecimal(column).toBigIntegerExact());
  }

  private static Long[] ids(Collection<Flight> flights) {
    return flights.stream().map(Flight::id).toArray(Long[]::new);
  }
}
