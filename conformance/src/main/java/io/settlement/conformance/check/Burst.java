// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Call;
import io.settlement.conformance.Exchange;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongPredicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many calls in a row, counted and timed. */
final class Burst {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int AT_ONCE = 32;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> LIMIT_EXCEEDED = Set.of(-32005, TOO_MANY_REQUESTS);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Node node;
  private final List<byte[]> mix;
  private final LongAdder answered = new LongAdder();
  private final LongAdder limited = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Histogram micros =
      new ConcurrentHistogram(TimeUnit.NANOSECONDS.toMicros(LONGEST.toNanos()), 3);

  private Burst(Node node, List<Call> mix) {
    this.node = node;
    this.mix = mix.stream().map(Burst::body).toList();
  }

  /**
   * What came of it.
   *
   * @param calls asked
   * @param limited refused because there were too many
   * @param failed not answered, or with another error
   * @param took from the first call to the last answer
   * @param micros latency of what was answered, in microseconds
   */
  record Result(long calls, long limited, long failed, Duration took, Histogram micros) {
    long answered() {
      return calls - limited - failed;
    }

    double perSecond() {
      return answered() * 1e9 / Math.max(1, took.toNanos());
    }

    double failures() {
      return calls == 0 ? 0 : (double) failed / calls;
    }

    /** Milliseconds with a tenth. */
    double latency(double percentile) {
      return Math.round(micros.getValueAtPercentile(percentile) / 100.0) / 10.0;
    }
  }

  /** At a rate of its own, whatever the node's load is otherwise. */
  static Result lasting(Node node, int perSecond, Duration lasts, List<Call> mix)
      throws InterruptedException {
    int atOnce = Math.min(AT_ONCE, perSecond);
    long end = System.nanoTime() + lasts.toNanos();
    return new Burst(node.under(Load.of(perSecond, atOnce)), mix)
        .run(atOnce, call -> System.nanoTime() < end);
  }

  /** So many calls, four at once, within the node's load. */
  static Result of(Node node, int calls, List<Call> mix) throws InterruptedException {
    return new Burst(node, mix).run(Math.min(4, node.load().atOnce()), call -> call < calls);
  }

  private Result run(int atOnce, LongPredicate goesOn) throws InterruptedException {
    long start = System.nanoTime();
    AtomicLong next = new AtomicLong();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (int i = 0; i < atOnce; i++) {
        threads.execute(() -> loop(next, goesOn));
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.HOURS);
    } finally {
      threads.shutdownNow();
    }
    long calls = answered.sum() + limited.sum() + failed.sum();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Result(calls, limited.sum(), failed.sum(), took, micros);
  }

  private void loop(AtomicLong next, LongPredicate goesOn) {
    for (long call = next.getAndIncrement();
        goesOn.test(call) && !Thread.currentThread().isInterrupted();
        call = next.getAndIncrement()) {
      one(mix.get((int) (call % mix.size())));
    }
  }

  private void one(byte[] body) {
    try {
      Exchange exchange = node.exchange(body);
      if (isLimited(exchange)) {
        limited.increment();
      } else if (isAnswer(exchange)) {
        answered.increment();
        micros.recordValue(
            Math.min(micros.getHighestTrackableValue(), exchange.took().toNanos() / 1000));
      } else {
        failed.increment();
      }
    } catch (Unanswered e) {
      failed.increment();
    }
  }

  private static boolean isLimited(Exchange exchange) {
    return exchange.status() == TOO_MANY_REQUESTS
        || LIMIT_EXCEEDED.contains(read(exchange).path("error").path("code").asInt(0));
  }

  private static boolean isAnswer(Exchange exchange) {
    return exchange.status() == 200 && read(exchange).has("result");
  }

  private static JsonNode read(Exchange exchange) {
    try {
      return JSON.readTree(exchange.body());
    } catch (JacksonException e) {
      return JSON.nullNode();
    }
  }

  private static byte[] body(Call call) {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", call.method())
            .set("params", JSON.valueToTree(call.params())));
  }
}
