// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

/** No node gave a usable answer: transport, overload or a node behind its chain. Transient. */
public final class Unreachable extends ChainException {
  private static final long serialVersionUID = 1L;

  private final boolean behind;

  /**
   * @param message which node, and what it did instead of answering
   */
  public Unreachable(String message) {
    super(message);
    this.behind = false;
  }

  Unreachable(String message, Throwable cause) {
    super(message, cause);
    this.behind = false;
  }

  private Unreachable(String message, boolean behind) {
    super(message);
    this.behind = behind;
  }

  /** The node is healthy but does not have the block that was asked for. */
  static Unreachable behind(String message) {
    return new Unreachable(message, true);
  }

  /** Whether the node answered, but has not seen the block yet. */
  boolean isBehind() {
    return behind;
  }
}
