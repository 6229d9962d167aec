// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a provider did since the process started. */
final class Tally {
  private final LongAdder calls = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder disagreements = new LongAdder();
  private final Map<Failure, LongAdder> failures = new ConcurrentHashMap<>();
  private final Map<String, Latencies> byMethod = new ConcurrentHashMap<>();
  private final Latencies all = new Latencies();
  private volatile String lastTrouble = "";

  void answered(Question<?> question, long nanos) {
    asked(question);
    all.took(nanos);
    byMethod.computeIfAbsent(question.method(), method -> new Latencies()).took(nanos);
  }

  void failed(Question<?> question, Unreachable why) {
    asked(question);
    failures.computeIfAbsent(why.failure(), kind -> new LongAdder()).increment();
    if (why.failure().counts()) {
      lastTrouble = String.valueOf(why.getMessage());
    }
  }

  private void asked(Question<?> question) {
    calls.increment();
    requests.add(question.requests().size());
  }

  void disagreed() {
    disagreements.increment();
  }

  String lastTrouble() {
    return lastTrouble;
  }

  Optional<Duration> p95(String method) {
    return Optional.ofNullable(byMethod.get(method)).flatMap(Latencies::p95);
  }

  ProviderReport report(
      String name, ProviderReport.Weight weight, Standing standing, HeadWatch head, long lag) {
    Map<String, Long> kinds = new TreeMap<>();
    failures.forEach((kind, count) -> kinds.put(kind.tag(), count.sum()));
    return new ProviderReport(
        name,
        weight,
        standing.state(),
        standing.why(),
        standing.remaining(),
        head.number(),
        lag,
        all.p95().orElse(Duration.ZERO),
        calls.sum(),
        requests.sum(),
        kinds,
        disagreements.sum());
  }
}
