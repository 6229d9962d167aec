// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.work;

/** How parts of a service end beside each other instead of one after the other. */
public final class Stopping {
  private Stopping() {}

  /**
   * Stops a part on a thread of its own: together all parts of a phase take no longer than the
   * slowest, and the phase's time-out counts.
   *
   * @param stopped what Spring waits for
   */
  public static void beside(String name, Runnable stop, Runnable stopped) {
    Thread.ofVirtual()
        .name("stop-" + name)
        .start(
            () -> {
              try {
                stop.run();
              } finally {
                stopped.run();
              }
            });
  }
}
