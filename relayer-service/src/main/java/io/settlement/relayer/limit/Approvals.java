// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one operator asked for and another has to agree to. */
public final class Approvals {
  private final JdbcClient jdbc;

  Approvals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an operator may ask for. */
  public enum Action {
    /** To try messages again. */
    REDRIVE,
    /** To let messages pass the limits. */
    RELEASE,
    /** To change a limit. */
    LIMIT,
    /** To drop a limit. */
    NO_LIMIT
  }

  /**
   * Something that was asked for.
   *
   * @param txids of messages; none when it is about a limit
   * @param limit the id of a limit; null when it is about messages
   * @param amount from which on the limit is to take two operators; null unless it is to change
   */
  public record Request(
      long id,
      Action action,
      List<TxId> txids,
      @Nullable Long limit,
      @Nullable TokenAmount amount,
      String reason,
      String requestedBy,
      Instant requestedAt) {

    /** As the audit calls what it is about. */
    public List<String> subjects() {
      return limit == null ? txids.stream().map(TxId::hex).toList() : List.of(subject(limit));
    }

    static String subject(long limit) {
      return "LIMIT " + limit;
    }
  }

  /** Asks for something about messages. */
  public Request ask(Action action, Collection<TxId> txids, String reason, String by, Instant now) {
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

  /** What somebody asked for about a limit and nobody has decided; the limit is locked. */
  Optional<Request> asked(Policy limit, @Nullable TokenAmount amount, String by) {
    return jdbc.sql(
            """
            SELECT * FROM approval
             WHERE state = 'PENDING' AND policy = ? AND requested_by = ?
               AND amount IS NOT DISTINCT FROM ?::numeric
             ORDER BY id LIMIT 1
            """)
        .params(Arrays.asList(limit.id(), by, number(amount)))
        .query(Approvals::read)
        .optional();
  }

  /** Asks for another amount of a limit, or for its end where there is none. */
  Request ask(Policy limit, @Nullable TokenAmount amount, String reason, String by, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO approval (action, txids, policy, amount, reason, requested_by, requested_at)
            VALUES (?, '{}', ?, ?, ?, ?, ?) RETURNING *
            """)
        .params(
            Arrays.asList(
                (amount == null ? Action.NO_LIMIT : Action.LIMIT).name(),
                limit.id(),
                number(amount),
                reason,
                by,
                Timestamp.from(now)))
        .query(Approvals::read)
        .single();
  }

  /** The latest hundred that nobody has decided. */
  public List<Request> pending() {
    return jdbc.sql("SELECT * FROM approval WHERE state = 'PENDING' ORDER BY id DESC LIMIT 100")
        .query(Approvals::read)
        .list();
  }

  /** One that nobody has decided, locked until the transaction ends. */
  public Request pending(long id) {
    return jdbc.sql("SELECT * FROM approval WHERE state = 'PENDING' AND id = ? FOR UPDATE")
        .param(id)
        .query(Approvals::read)
        .optional()
        .orElseThrow(() -> Problem.notFound("unknown-approval", "no request " + id + " is open"));
  }

  /** A second operator agrees. In the transaction that carries it out. */
  public Request approve(long id, String by) {
    Request request = pending(id);
    if (request.requestedBy().equals(by)) {
      throw Problem.conflict("same-operator", "who asked for it cannot approve it");
    }
    decide(id, true, by);
    return request;
  }

  /** Somebody does not agree, or who asked takes it back. */
  public Request reject(long id, String by) {
    Request request = pending(id);
    decide(id, false, by);
    return request;
  }

  private void decide(long id, boolean approved, String by) {
    jdbc.sql("UPDATE approval SET state = ?, decided_by = ? WHERE id = ?")
        .params(approved ? "APPROVED" : "REJECTED", by, id)
        .update();
  }

  private static @Nullable BigDecimal number(@Nullable TokenAmount amount) {
    return amount == null ? null : new BigDecimal(amount.value());
  }

  private static Request read(ResultSet row, int n) throws SQLException {
    Array txids = row.getArray("txids");
    BigDecimal amount = row.getBigDecimal("amount");
    return new Request(
        row.getLong("id"),
        Action.valueOf(row.getString("action")),
        Arrays.stream((String[]) txids.getArray()).map(TxId::new).toList(),
        row.getObject("policy", Long.class),
        amount == null ? null : new TokenAmount(amount.toBigIntegerExact()),
        row.getString("reason"),
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant());
  }
}
