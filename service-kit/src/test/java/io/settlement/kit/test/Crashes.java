// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions that end anywhere, as when their service dies before it writes something, or the
 * database before the commit. Nothing of what they did is left.
 */
public final class Crashes implements AutoCloseable {
  /** The place behind all writes. */
  public static final String COMMIT = "commit";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final List<String> tables;

  private Crashes(JdbcClient jdbc, TransactionOperations transactions, List<String> tables) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.tables = tables;
  }

  /** Until it is closed, work may be made to die before it writes to any of these tables. */
  public static Crashes before(
      List<String> tables, JdbcClient jdbc, TransactionOperations transactions) {
    jdbc.sql(
            """
            create or replace function crash_as_told() returns trigger language plpgsql as $$
            begin
              if current_setting('test.crash', true) = tg_table_name then
                raise exception 'crash before %', tg_table_name;
              end if;
              return null;
            end $$
            """)
        .update();
    for (String table : tables) {
      jdbc.sql(
              """
              create trigger test_crash before insert or update on %s
                for each statement execute function crash_as_told()
              """
                  .formatted(table))
          .update();
    }
    return new Crashes(jdbc, transactions, List.copyOf(tables));
  }

  /** Where work may die: before each table, and before the commit. */
  public List<String> places() {
    List<String> places = new ArrayList<>(tables);
    places.add(COMMIT);
    return places;
  }

  /**
   * Does the work up to that place, in a transaction of its own that is rolled back.
   *
   * @return whether it came so far
   */
  public boolean dies(String before, Runnable work) {
    try {
      transactions.executeWithoutResult(
          status -> {
            jdbc.sql("select set_config('test.crash', ?, true)")
                .param(before)
                .query(String.class)
                .single();
            work.run();
            TransactionSynchronizationManager.registerSynchronization(new LastWord());
          });
      throw new IllegalStateException("what was to die is committed");
    } catch (AtTheCommit survived) {
      return before.equals(COMMIT);
    } catch (DataAccessException crash) {
      if (!String.valueOf(crash.getMessage()).contains("crash before " + before)) {
        throw crash;
      }
      return true;
    }
  }

  /** Comes after those that write when the transaction is about to be committed. */
  private static final class LastWord implements TransactionSynchronization {
    @Override
    public void beforeCommit(boolean readOnly) {
      throw new AtTheCommit();
    }
  }

  private static final class AtTheCommit extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void close() {
    tables.forEach(table -> jdbc.sql("drop trigger test_crash on " + table).update());
  }
}
