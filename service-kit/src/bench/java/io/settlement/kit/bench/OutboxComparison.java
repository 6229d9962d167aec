// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Prints the numbers of docs/decisions/0002-outbox.md. */
@TestMethodOrder(MethodName.class)
class OutboxComparison {
  private static final int REQUIRED_FACTS_PER_SECOND = 5_000;
  private static final long FACTS_BEFORE_THE_CRASH = 10_000;

  @ParameterizedTest
  @CsvSource({
    // contender, durable, writers, transactions each, facts in one
    "OUTBOX,              false, 2, 200, 500",
    "OUTBOX,              true,  2, 200, 500",
    "OUTBOX,              false, 4, 5000,  1",
    "OUTBOX,              true,  4, 5000,  1",
    "MODULITH,            false, 2, 20,  500",
    "MODULITH,            true,  2, 20,  500",
    "MODULITH,            false, 4, 2500,  1",
    "MODULITH,            true,  4, 2500,  1",
    "MODULITH_SERIALIZED, false, 2, 4,   500",
    "MODULITH_SERIALIZED, true,  2, 4,   500",
    "MODULITH_SERIALIZED, false, 4, 500,   1",
    "MODULITH_SERIALIZED, true,  4, 500,   1"
  })
  void throughput(
      Contender contender, boolean durable, int writers, int transactions, int facts)
      throws Exception {
    try (BenchWorld world = new BenchWorld(durable);
        ConfigurableApplicationContext context =
            contender.start(world.databaseUrl(), world.brokers())) {
      assertThat(world.setting("fsync")).isEqualTo(durable ? "on" : "off");
      Writers writing = new Writers(contender, context);
      writing.write(writers, Math.max(1, transactions / 20), facts); // warm up
      long warm = (long) writers * Math.max(1, transactions / 20) * facts;
      awaitArrival(world, warm);

      long all = (long) writers * transactions * facts;
      long start = System.nanoTime();
      writing.write(writers, transactions, facts);
      double written = seconds(start);
      awaitArrival(world, warm + all);
      double arrived = seconds(start);

      print(
          "throughput %-19s fsync=%-3s %d writers, %3d facts in a transaction: %,8d facts, written in %.2f s, in Kafka after %.2f s = %,.0f facts/s"
              .formatted(
                  contender,
                  durable ? "on" : "off",
                  writers,
                  facts,
                  all,
                  written,
                  arrived,
                  all / arrived));
      if (contender == Contender.OUTBOX && facts > 1) {
        assertThat(all / arrived).isGreaterThan(REQUIRED_FACTS_PER_SECOND);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void crash(Contender contender) throws Exception {
    try (BenchWorld world = new BenchWorld(false)) {
      Process writing = process(contender, world, "write");
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(() -> committed(world) >= FACTS_BEFORE_THE_CRASH);
      writing.destroyForcibly().waitFor();
      Awaitility.await().until(() -> connections(world) == 0);
      long committed = committed(world);
      long pending = world.count(contender.pendingQuery());

      Process recovering = process(contender, world, "recover");
      String said =
          new String(recovering.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      recovering.waitFor();

      Arrivals arrivals = Arrivals.read(world.brokers());
      print(
          "crash      %-19s committed %,d, pending at the kill %,d; restarted: %s, lost %,d, repeated %,d, late %,d"
              .formatted(
                  contender,
                  committed,
                  pending,
                  said.lines().filter(l -> l.startsWith("left=")).findFirst().orElse("no answer"),
                  committed - arrivals.distinct(),
                  arrivals.repeated(),
                  arrivals.late()));
      if (contender == Contender.OUTBOX) {
        assertThat(arrivals.distinct()).isEqualTo(committed);
        assertThat(arrivals.late()).isZero();
      }
    }
  }

  private static void awaitArrival(BenchWorld world, long facts) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> world.arrived() >= facts);
  }

  private static Process process(Contender contender, BenchWorld world, String task)
      throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.settlement.kit.bench.Crash",
            contender.name(),
            world.databaseUrl(),
            world.brokers(),
            task)
        .redirectErrorStream(true)
        .redirectOutput(
            task.equals("write") ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE)
        .start();
  }

  private static long committed(BenchWorld world) throws Exception {
    return world.count("SELECT coalesce(sum(facts), 0) FROM committed");
  }

  private static long connections(BenchWorld world) throws Exception {
    return world.count(
        "SELECT count(*) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String line) {
    System.out.println("BENCH " + line);
  }
}
