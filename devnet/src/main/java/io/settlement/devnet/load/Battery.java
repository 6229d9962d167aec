// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Pushes signed transactions to a node as fast as it takes them: JSON-RPC batches, queue by queue.
 */
final class Battery {
  private static final int BATCH = 50;

  private final Node node;

  Battery(Node node) {
    this.node = node;
  }

  /** One queue for each sender, in the order of its nonces; when the first batch was sent. */
  Instant fire(List<List<String>> queues) {
    Instant begin = Instant.now();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all =
          queues.stream()
              .map(queue -> CompletableFuture.runAsync(() -> push(queue), threads))
              .toList();
      all.forEach(CompletableFuture::join);
    }
    return begin;
  }

  private void push(List<String> queue) {
    for (int from = 0; from < queue.size(); from += BATCH) {
      Stream<String> batch = queue.subList(from, Math.min(queue.size(), from + BATCH)).stream();
      node.batch(batch.map(raw -> new Node.Call("eth_sendRawTransaction", List.of(raw))).toList());
    }
  }
}
