// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long quotes take through the gateway, as an open loop: each is due at its time, whatever
 * became of those before, and its time begins when it is due.
 */
public final class Quotes {
  private static final double BLOCK_SECONDS = 1;
  private static final int HEAP = 384;
  private static final int STEPS = 6;
  private static final int STEP_SECONDS = 10;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e6;

  private final Path root;
  private final Progress progress;

  /** In a world of its own. */
  public Quotes(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param quotes that were asked for after the warm-up
   * @param perSecond how many were due each second
   * @param p50 milliseconds from when one was due to its whole answer
   * @param p99 the same of the slowest hundredth
   * @param max the slowest of all
   * @param faults answers that were no quotes
   */
  public record Result(
      int quotes,
      @JsonProperty("per_second") double perSecond,
      @JsonProperty("p50_ms") double p50,
      @JsonProperty("p99_ms") double p99,
      @JsonProperty("max_ms") double max,
      List<String> faults) {}

  /**
   * Runs it.
   *
   * @param quotes that count
   * @param perSecond how many are due each second
   */
  public Result run(int quotes, double perSecond) {
    WorldPlan plan = WorldPlan.load(root, BLOCK_SECONDS).withHeap(HEAP);
    try (World world = World.start(plan, progress)) {
      Network network = new Network(world.file());
      Sending sending = network.from("Alpha").to("Beta");
      Map<String, Object> request = sending.quoteRequest(sending.units("1").toString());
      progress.say("warming up for %d s".formatted(STEPS * STEP_SECONDS));
      for (int step = 1; step <= STEPS; step++) {
        double gently = perSecond * step / STEPS;
        loop(network.partner(), request, (int) (STEP_SECONDS * gently), gently);
      }
      progress.say("asking for %d quotes, %.0f each second".formatted(quotes, perSecond));
      return loop(network.partner(), request, quotes, perSecond);
    }
  }

  private static Result loop(
      Gateway gateway, Map<String, Object> request, int quotes, double perSecond) {
    long begin = System.nanoTime();
    long[] took = new long[quotes];
    ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < quotes; i++) {
        int number = i;
        long due = begin + (long) (i * NANOS / perSecond);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        workers.execute(
            () -> {
              ask(gateway, request, faults);
              took[number] = System.nanoTime() - due;
              done.incrementAndGet();
            });
      }
    }
    double[] millis =
        IntStream.range(0, quotes).mapToDouble(i -> took[i] / MILLIS).sorted().toArray();
    return new Result(
        done.get(),
        perSecond,
        at(millis, 0.5),
        at(millis, 0.99),
        millis[quotes - 1],
        new ArrayList<>(faults).subList(0, Math.min(5, faults.size())));
  }

  private static void ask(
      Gateway gateway, Map<String, Object> request, ConcurrentLinkedQueue<String> faults) {
    try {
      Gateway.Answer answer = gateway.post("/v1/quotes", request);
      if (answer.status() != 201) {
        faults.add(answer.status() + " " + answer.body());
      }
    } catch (RuntimeException e) {
      faults.add(e.toString());
    }
  }

  /** Rounded to hundredths. */
  private static double at(double[] sorted, double share) {
    int place = Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1);
    return Math.round(sorted[Math.max(0, place)] * 100) / 100.0;
  }
}
