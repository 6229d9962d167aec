// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import io.settlement.devnet.terminal.Failure;

/** Waiting between two looks. */
public final class Pause {
  private Pause() {}

  /** Waits that long. */
  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }
}
