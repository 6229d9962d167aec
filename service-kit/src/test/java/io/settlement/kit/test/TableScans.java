// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How statements find their rows among many, by PostgreSQL's own count. Everything is done in
 * transactions that are rolled back.
 */
public final class TableScans {
  /** So often a statement is executed until its plan no longer looks at the parameters. */
  private static final int UNTIL_PLANS_ARE_GENERIC = 12;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Runnable history;

  /** In one database, as it is. */
  public TableScans(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this(jdbc, new TransactionTemplate(transactions), () -> {});
  }

  private TableScans(JdbcClient jdbc, TransactionTemplate transaction, Runnable history) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.history = history;
  }

  /** The same after some rows were written, of which the planner then knows. */
  public TableScans after(Runnable filling) {
    return new TableScans(
        jdbc,
        transaction,
        () -> {
          filling.run();
          jdbc.sql("ANALYZE").update();
        });
  }

  /**
   * Does some work, again and again.
   *
   * @return how many rows were read because a table was read from end to end, by table; without
   *     those of which none was
   */
  public Map<String, Long> during(Runnable work) {
    return counted("seq_tup_read", work, UNTIL_PLANS_ARE_GENERIC);
  }

  /**
   * Does some work, as often as plans need to become generic and once more.
   *
   * @return how many rows that once read, by index or without, by table
   */
  public Map<String, Long> rowsReadBy(Runnable work) {
    Runnable before = history;
    Runnable warm =
        () -> {
          before.run();
          for (int i = 0; i < UNTIL_PLANS_ARE_GENERIC; i++) {
            work.run();
          }
        };
    return new TableScans(jdbc, transaction, warm)
        .counted("coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)", work, 1);
  }

  private Map<String, Long> counted(String what, Runnable work, int times) {
    Map<String, Long> rows = new LinkedHashMap<>();
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          history.run();
          Map<String, Long> before = counts(what);
          for (int i = 0; i < times; i++) {
            work.run();
          }
          counts(what)
              .forEach((table, count) -> rows.put(table, count - before.getOrDefault(table, 0L)));
        });
    rows.values().removeIf(count -> count == 0);
    return rows;
  }

  private Map<String, Long> counts(String what) {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql("SELECT relname, " + what + " AS rows FROM pg_stat_xact_user_tables ORDER BY relname")
        .query(
            row -> {
              counts.put(row.getString("relname"), row.getLong("rows"));
            });
    return counts;
  }
}
