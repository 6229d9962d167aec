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
 */
record Machinery(int heapMegabytes, boolean keepsStartCaches, boolean logsQueries) {
  private static final int QUICK_HEAP = 256;

  static Machinery quick(boolean keepsStartCaches) {
    return new Machinery(QUICK_HEAP, keepsStartCaches, false);
  }

  Machinery withHeap(int megabytes) {
    return new Machinery(megabytes, keepsStartCaches, logsQueries);
  }

  Machinery loggingQueries() {
    return new Machinery(heapMegabytes, keepsStartCaches, true);
  }

  /** The beginning of a service's command line. */
  List<String> java() {
    return Jvm.quick(heapMegabytes);
  }
}
