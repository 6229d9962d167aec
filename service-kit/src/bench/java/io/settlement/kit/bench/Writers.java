// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.bench;

import io.settlement.kit.bench.Contender.Raised;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Threads that change something and publish facts about it, as flows do. */
final class Writers {
  /** About as long as a fact of a message is on average. */
  private static final String DETAIL = "x".repeat(400);

  private static final int KEYS_PER_WRITER = 25;

  private final Contender contender;
  private final ConfigurableApplicationContext context;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  Writers(Contender contender, ConfigurableApplicationContext context) {
    this.contender = contender;
    this.context = context;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS committed (writer int, number bigint, facts int)");
  }

  /** Each writer commits so many transactions of so many facts. */
  void write(int writers, int transactionsEach, int facts) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> done = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        done.add(threads.submit(() -> writeAs(number, transactionsEach, facts)));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }
  }

  private void writeAs(int writer, int count, int size) {
    long next = 0;
    for (int i = 0; i < count; i++) {
      List<Raised> facts = new ArrayList<>(size);
      for (int j = 0; j < size; j++) {
        facts.add(fact(writer, next++));
      }
      long last = next;
      transactions.executeWithoutResult(
          transaction -> {
            jdbc.update("INSERT INTO committed VALUES (?, ?, ?)", writer, last, size);
            contender.publish(context, facts);
          });
    }
  }

  /** Numbers of a writer grow; so do those of each of its keys. */
  private static Raised fact(int writer, long number) {
    String key = "writer-" + writer + "-key-" + number % KEYS_PER_WRITER;
    return new Raised(key, BigInteger.valueOf(number), DETAIL, Instant.EPOCH);
  }
}
