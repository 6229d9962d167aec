// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Observer and courier share a database: replicas of both may start before it is migrated. */
class MigrationsAtOnceTest {
  private static final int REPLICAS = 6;

  @Test
  void oneMigratesAndTheOthersFindNothingToDo() throws Exception {
    String url = Databases.fresh();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> replicas = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(REPLICAS)) {
      for (int i = 0; i < REPLICAS; i++) {
        replicas.add(
            threads.submit(
                () -> {
                  start.await();
                  return migrate(url);
                }));
      }
      start.countDown();
      List<Integer> executed = new ArrayList<>();
      for (Future<Integer> replica : replicas) {
        executed.add(replica.get());
      }

      assertThat(executed).filteredOn(count -> count == 0).hasSize(REPLICAS - 1);
      assertThat(executed).filteredOn(count -> count > 0).hasSize(1);
      assertThat(migrate(url)).isZero();
    }
  }

  private static int migrate(String url) {
    return Flyway.configure()
        .dataSource(url, "postgres", "postgres")
        .locations("classpath:db/kit", "classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
