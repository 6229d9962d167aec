// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.terminal;

import java.io.PrintStream;
import java.time.Duration;

/** Lines that say what is going on, each with the seconds since the command began. */
public final class Progress {
  private final PrintStream out;
  private final long begin = System.nanoTime();

  /** Prints to a stream: standard output of up and send, standard error of load. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One line. */
  public void say(String line) {
    out.printf("[%5.1f s] %s%n", seconds(), line);
    out.flush();
  }

  /** Text without the time in front: tables, addresses. */
  public void show(String text) {
    out.println(text);
    out.flush();
  }

  /** Seconds since the command began. */
  public double seconds() {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
  }
}
