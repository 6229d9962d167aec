// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a chain is forked.
 *
 * @param anvil the program
 * @param start the longest until it listens
 * @param longest after that it is ended, whatever goes on in it
 */
public record ForkSettings(Path anvil, Duration start, Duration longest) {
  /** Refuses what makes no sense. */
  public ForkSettings {
    if (!start.isPositive() || !longest.isPositive()) {
      throw new IllegalArgumentException("a fork needs time");
    }
  }
}
