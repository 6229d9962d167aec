// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

/** How many blocks are read at once: more after each success, half after each refusal. */
final class Span {
  /** What one transaction should have to store at most, roughly. */
  private static final int MANY_LOGS = 4_000;

  private static final int FIRST = 16;

  private final int most;
  private int blocks;

  Span(int most) {
    this.most = most;
    this.blocks = Math.min(FIRST, most);
  }

  int blocks() {
    return blocks;
  }

  /** A range was read. */
  void read(int logs) {
    if (logs > MANY_LOGS) {
      shrink();
    } else {
      blocks = Math.min(most, blocks * 2);
    }
  }

  /** A range was refused, or took too long. */
  void shrink() {
    blocks = Math.max(1, blocks / 2);
  }
}
