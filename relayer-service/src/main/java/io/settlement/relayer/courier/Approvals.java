// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one operator asked for and another has to agree to. */
final class Approvals {
  private final JdbcClient jdbc;

  Approvals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an operator may ask for. */
  enum Action {
    /** To try messages again. */
    REDRIVE,
    /** To let messages pass the limits. */
    RELEASE
  }

  /** Something that was asked for. */
  record Request(
      long id,
      Action action,
      List<TxId> txids,
      String reason,
      String requestedBy,
      Instant requestedAt) {}

  Request ask(Action action, Collection<TxId> txids, String reason, String by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO approval (action, txids, reason, requested_by, requested_at)
            VALUES (?, ?, ?, ?, ?) RETURNING *
            """)
        .params(
            action.name(),
            txids.stream().map(TxId::hex).toArray(String[]::new),
            reason,
            by,
            Timestamp.from(now))
        .query(Approvals::read)
        .single();
  }

  /** The latest hundred that nobody has decided. */
  List<Request> pending() {
    return jdbc.sql("SELECT * FROM approval WHERE state = 'PENDING' ORDER BY id DESC LIMIT 100")
        .query(Approvals::read)
        .list();
  }

  /** One that nobody has decided, locked until the transaction ends. */
  Optional<Request> pending(long id) {
    return jdbc.sql("SELECT * FROM approval WHERE state = 'PENDING' AND id = ? FOR UPDATE")
        .param(id)
        .query(Approvals::read)
        .optional();
  }

  void decide(long id, boolean approved, String by) {
    jdbc.sql("UPDATE approval SET state = ?, decided_by = ? WHERE id = ?")
        .params(approved ? "APPROVED" : "REJECTED", by, id)
        .update();
  }

  private static Request read(ResultSet row, int n) throws SQLException {
    Array txids = row.getArray("txids");
    return new Request(
        row.getLong("id"),
        Action.valueOf(row.getString("action")),
        Arrays.stream((String[]) txids.getArray()).map(TxId::new).toList(),
        row.getString("reason"),
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant());
  }
}
