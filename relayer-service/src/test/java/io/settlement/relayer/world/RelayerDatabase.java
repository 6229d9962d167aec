// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.settlement.kit.test.Databases;
import io.settlement.kit.test.TableScans;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The relayer's tables without the relayer, for tests of statements over much history. */
public final class RelayerDatabase {
  private static final String USER = "postgres";

  private final JdbcClient jdbc;
  private final TableScans scans;

  private RelayerDatabase(SingleConnectionDataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.scans = new TableScans(jdbc, new JdbcTransactionManager(source));
  }

  /** A new one, without rows. */
  public static RelayerDatabase empty() {
    String url = Databases.fresh();
    Flyway.configure()
        .dataSource(url, USER, USER)
        .locations("classpath:db/kit", "classpath:db/migration")
        .load()
        .migrate();
    return new RelayerDatabase(new SingleConnectionDataSource(url, USER, USER, true));
  }

  /** Its one connection. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Which of its tables are read from end to end. */
  public TableScans scans() {
    return scans;
  }

  /** Writes rows. */
  public void fill(String sql) {
    jdbc.sql(sql).update();
  }
}
