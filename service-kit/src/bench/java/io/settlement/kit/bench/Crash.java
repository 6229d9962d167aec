// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.bench;

import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process that writes until it is killed, or that only sends what an earlier one left. */
final class Crash {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Crash() {}

  /** Arguments: contender, database, brokers, "write" or "recover". */
  public static void main(String[] arguments) throws Exception {
    Contender contender = Contender.valueOf(arguments[0]);
    try (ConfigurableApplicationContext context = contender.start(arguments[1], arguments[2])) {
      if (arguments[3].equals("write")) {
        new Writers(contender, context).write(4, Integer.MAX_VALUE, 20);
      } else {
        drain(contender, context);
      }
    }
    System.exit(0); // threads of the contenders must not keep the process
  }

  /** Waits until nothing is pending, or nothing has moved for a while. */
  private static void drain(Contender contender, ConfigurableApplicationContext context)
      throws InterruptedException {
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    long left = Long.MAX_VALUE;
    long lastMove = System.nanoTime();
    long start = lastMove;
    while (left > 0 && System.nanoTime() - lastMove < PATIENCE.toNanos()) {
      Thread.sleep(100);
      Long now = jdbc.queryForObject(contender.pendingQuery(), Long.class);
      if (now != null && now != left) {
        left = now;
        lastMove = System.nanoTime();
      }
    }
    System.out.printf("left=%d after %.1f s%n", left, (lastMove - start) / 1e9);
  }
}
