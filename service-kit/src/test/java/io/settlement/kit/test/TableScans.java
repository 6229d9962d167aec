// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which tables statements read from end to end, by PostgreSQL's own count. Over a filled table it
 * shows that a statement found what it wanted by an index.
 */
public final class TableScans {
  /** So often a statement is executed until its plan no longer looks at the parameters. */
  private static final int UNTIL_PLANS_ARE_GENERIC = 12;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** In one database. */
  public TableScans(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Does some work, again and again, in a transaction that is rolled back.
   *
   * @return how many rows were read because a table was read from end to end, by table; without
   *     those of which none was
   */
  public Map<String, Long> during(Runnable work) {
    Map<String, Long> rows = new LinkedHashMap<>();
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          for (int i = 0; i < UNTIL_PLANS_ARE_GENERIC; i++) {
            work.run();
          }
          jdbc.sql(
                  """
                  SELECT relname, seq_tup_read FROM pg_stat_xact_user_tables
                   WHERE seq_tup_read > 0 ORDER BY relname
                  """)
              .query(
                  row -> {
                    rows.put(row.getString("relname"), row.getLong("seq_tup_read"));
                  });
        });
    return rows;
  }
}
