// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.process.Pause;
import java.util.List;
import java.util.Map;

/**
 * Asks development nodes for each of their blocks. By itself such a node counts the blocks that are
 * due while it is busy with one and then makes them all, each with what waited when it was due:
 * once it has fallen behind, what is sent now waits behind all of them. No chain does that; here a
 * block that is late moves the next one.
 */
public final class Paces implements AutoCloseable {
  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final double NANOS_OF_SECOND = 1e9;

  private final List<Thread> threads;
  private volatile boolean ends;

  private Paces(Network network, Map<String, Double> seconds) {
    this.threads =
        seconds.entrySet().stream()
            .map(
                chain ->
                    Thread.ofVirtual()
                        .name("pace-" + chain.getKey())
                        .unstarted(
                            () ->
                                mine(
                                    network.chain(chain.getKey()).node(),
                                    (long) (chain.getValue() * NANOS_OF_SECOND))))
            .toList();
  }

  /**
   * Of these chains.
   *
   * @param seconds between two blocks of a chain
   */
  public static Paces of(Network network, Map<String, Double> seconds) {
    return new Paces(network, seconds);
  }

  /** Takes over from the nodes' own clocks. */
  public void begin() {
    threads.forEach(Thread::start);
  }

  private void mine(Node node, long between) {
    node.call("evm_setIntervalMining", 0);
    long due = System.nanoTime();
    while (!ends) {
      node.call("evm_mine");
      due = Math.max(due + between, System.nanoTime());
      Pause.millis(Math.max(0, (due - System.nanoTime()) / NANOS_OF_MILLI));
    }
  }

  @Override
  public void close() {
    ends = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
