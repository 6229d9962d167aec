// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.kit.test.Databases;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of one cosigner, which serves it in every world. */
record Store(JdbcClient jdbc, TransactionTemplate transactions) {
  static Store fresh() {
    String url = Databases.fresh();
    Flyway.configure()
        .dataSource(url, "settlement", "settlement")
        .locations("classpath:db/kit", "classpath:db/migration")
        .load()
        .migrate();
    var source = new SingleConnectionDataSource(url, "settlement", "settlement", true);
    return new Store(
        JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
  }
}
