// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when each block was first seen; block times themselves are whole seconds. */
final class Heights implements AutoCloseable {
  private static final long BETWEEN_LOOKS = 25;

  private final Map<Place, Instant> seen = new ConcurrentHashMap<>();
  private volatile boolean ends;

  private record Place(String chain, long block) {}

  private Heights() {}

  /** Of all chains from now on. */
  static Heights begin(Network network) {
    Heights heights = new Heights();
    for (String name : network.file().names()) {
      Node node = network.chain(name).node();
      long last = node.height();
      Thread.ofVirtual().name("heights-" + name).start(() -> heights.look(name, node, last));
    }
    return heights;
  }

  Optional<Instant> of(String chain, long block) {
    return Optional.ofNullable(seen.get(new Place(chain, block)));
  }

  @Override
  public void close() {
    ends = true;
  }

  private void look(String chain, Node node, long begin) {
    long last = begin;
    while (!ends) {
      try {
        long height = node.height();
        Instant now = Instant.now();
        for (long block = last + 1; block <= height; block++) {
          seen.put(new Place(chain, block), now);
        }
        last = Math.max(last, height);
      } catch (Failure busy) {
        // The next look asks again.
      }
      Pause.millis(BETWEEN_LOOKS);
    }
  }
}
