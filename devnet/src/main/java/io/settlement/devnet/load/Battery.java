// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.process.Pause;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pushes signed transactions to nodes, in JSON-RPC batches: all at once, or each when it is due.
 */
final class Battery {
  private static final int BATCH = 50;
  private static final long BETWEEN_TICKS = 10;

  private Battery() {}

  /**
   * When messages became due.
   *
   * @param begin when the first was
   * @param due by transaction
   * @param latest how late the latest was sent
   */
  record Departures(Instant begin, Map<Hash, Instant> due, Duration latest) {}

  /** All of them as fast as their nodes take them; all are due at once. */
  static Departures fire(List<Shot> shots) {
    Map<EvmAddress, List<Shot>> queues = new LinkedHashMap<>();
    for (Shot shot : shots) {
      queues.computeIfAbsent(shot.sending().sender().address(), any -> new ArrayList<>()).add(shot);
    }
    Instant begin = Instant.now();
    inParallel(queues.values(), queue -> () -> push(queue));
    Map<Hash, Instant> due = new HashMap<>();
    shots.forEach(shot -> due.put(shot.hash(), begin));
    return new Departures(begin, due, Duration.ZERO);
  }

  /**
   * An open loop: each at its time, whatever became of those before it. A node that is slow makes
   * messages late and never makes them fewer.
   */
  static Departures fire(List<Shot> shots, double perSecond) {
    Map<Hash, Instant> due = new HashMap<>();
    List<CompletableFuture<Void>> sending = new ArrayList<>();
    Instant begin = Instant.now();
    Duration latest = Duration.ZERO;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int next = 0;
      while (next < shots.size()) {
        Instant now = Instant.now();
        int until = next;
        while (until < shots.size() && !dueAt(begin, until, perSecond).isAfter(now)) {
          due.put(shots.get(until).hash(), dueAt(begin, until, perSecond));
          until++;
        }
        if (until > next) {
          List<Shot> ready = shots.subList(next, until);
          Duration late = Duration.between(dueAt(begin, next, perSecond), now);
          latest = late.compareTo(latest) > 0 ? late : latest;
          byNode(ready)
              .forEach(
                  batch -> sending.add(CompletableFuture.runAsync(() -> push(batch), threads)));
          next = until;
        }
        Pause.millis(BETWEEN_TICKS);
      }
      sending.forEach(CompletableFuture::join);
    }
    return new Departures(begin, due, latest);
  }

  /** Transactions in the order of their nonces, queue by queue, to one node. */
  static Instant fire(Node node, List<List<String>> queues) {
    Instant begin = Instant.now();
    inParallel(queues, queue -> () -> push(node, queue));
    return begin;
  }

  private static Instant dueAt(Instant begin, int index, double perSecond) {
    return begin.plusNanos((long) (index / perSecond * 1e9));
  }

  private static Collection<List<Shot>> byNode(List<Shot> shots) {
    return shots.stream()
        .collect(Collectors.groupingBy(shot -> shot.sending().from().name()))
        .values();
  }

  private static <T> void inParallel(Collection<T> parts, Function<T, Runnable> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all =
          parts.stream()
              .map(part -> CompletableFuture.runAsync(work.apply(part), threads))
              .toList();
      all.forEach(CompletableFuture::join);
    }
  }

  private static void push(List<Shot> shots) {
    push(shots.get(0).sending().from().node(), shots.stream().map(Shot::raw).toList());
  }

  private static void push(Node node, List<String> queue) {
    for (int from = 0; from < queue.size(); from += BATCH) {
      Stream<String> batch = queue.subList(from, Math.min(queue.size(), from + BATCH)).stream();
      node.batch(batch.map(raw -> new Node.Call("eth_sendRawTransaction", List.of(raw))).toList());
    }
  }
}
