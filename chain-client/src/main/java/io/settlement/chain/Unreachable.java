// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;

/** No node gave a usable answer: transport, overload or a node behind its chain. Transient. */
public final class Unreachable extends ChainException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final Duration retryAfter;

  /**
   * @param message which node, and what it did instead of answering
   */
  public Unreachable(String message) {
    this(Failure.NONSENSE, message);
  }

  Unreachable(String message, Throwable cause) {
    this(Failure.NONSENSE, message, cause);
  }

  Unreachable(Failure failure, String message) {
    super(message);
    this.failure = failure;
    this.retryAfter = Duration.ZERO;
  }

  Unreachable(Failure failure, String message, Throwable cause) {
    super(message, cause);
    this.failure = failure;
    this.retryAfter = Duration.ZERO;
  }

  private Unreachable(Failure failure, String message, Duration retryAfter) {
    super(message);
    this.failure = failure;
    this.retryAfter = retryAfter;
  }

  /** The node is healthy but does not have the block that was asked for. */
  static Unreachable behind(String message) {
    return new Unreachable(Failure.BEHIND, message);
  }

  /** The node wants to be left alone for a while. */
  static Unreachable rateLimited(String message, Duration retryAfter) {
    return new Unreachable(Failure.RATE_LIMITED, message, retryAfter);
  }

  /** Nobody may be asked before this has passed. */
  static Unreachable notAsked(String message, Duration retryAfter) {
    return new Unreachable(Failure.NOT_ASKED, message, retryAfter);
  }

  Failure failure() {
    return failure;
  }

  /** How long the node asked to be left alone; zero when it did not say. */
  Duration retryAfter() {
    return retryAfter;
  }
}
