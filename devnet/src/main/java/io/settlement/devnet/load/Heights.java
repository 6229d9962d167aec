// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when each block of a chain was first seen; block times themselves are whole seconds. */
final class Heights implements AutoCloseable {
  private static final long BETWEEN_LOOKS = 20;

  private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean ends;

  private Heights(Node node) {
    this.thread = Thread.ofVirtual().name("heights").unstarted(() -> look(node));
  }

  static Heights begin(Node node) {
    Heights heights = new Heights(node);
    heights.thread.start();
    return heights;
  }

  Optional<Instant> of(long block) {
    return Optional.ofNullable(seen.get(block));
  }

  @Override
  public void close() {
    ends = true;
  }

  private void look(Node node) {
    long last = node.height();
    while (!ends) {
      try {
        long height = node.height();
        Instant now = Instant.now();
        for (long block = last + 1; block <= height; block++) {
          seen.put(block, now);
        }
        last = Math.max(last, height);
      } catch (Failure busy) {
        // The next look asks again.
      }
      Pause.millis(BETWEEN_LOOKS);
    }
  }
}
