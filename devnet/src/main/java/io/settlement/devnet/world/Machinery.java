// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Jvm;
import java.util.List;

/**
 * What the services run on.
 *
 * @param heapMegabytes most heap of one service
 * @param keepsStartCaches whether services leave a cache behind that starts them faster next time
 * @param logsQueries whether PostgreSQL logs how long its statements took, a sample of them
 * @param options of Java instead of those that make it quick; none, and these count
 */
record Machinery(
    int heapMegabytes, boolean keepsStartCaches, boolean logsQueries, List<String> options) {
  private static final int QUICK_HEAP = 256;

  static Machinery quick(boolean keepsStartCaches) {
    return new Machinery(QUICK_HEAP, keepsStartCaches, false, List.of());
  }

  Machinery withHeap(int megabytes) {
    return new Machinery(megabytes, keepsStartCaches, logsQueries, options);
  }

  Machinery loggingQueries() {
    return new Machinery(heapMegabytes, keepsStartCaches, true, options);
  }

  Machinery withOptions(List<String> others) {
    return new Machinery(heapMegabytes, keepsStartCaches, logsQueries, List.copyOf(others));
  }

  /** The beginning of a service's command line. */
  List<String> java() {
    return options.isEmpty() ? Jvm.quick(heapMegabytes) : Jvm.with(options);
  }
}
