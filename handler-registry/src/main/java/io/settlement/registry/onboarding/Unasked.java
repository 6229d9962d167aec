// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

/** A node that gave no answer which could be read: nothing is known of the chain by it. */
public final class Unasked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /** What was wrong with the node. */
  public enum Why {
    /** Its address is one that must not be asked. */
    FORBIDDEN,
    /** It points elsewhere. */
    REDIRECTS,
    /** It did not answer in time. */
    HANGS,
    /** It answered what is no JSON-RPC. */
    GARBAGE,
    /** It cannot be reached, or answers no request. */
    UNREACHABLE
  }

  /** Why, and in words. */
  public Unasked(Why why, String detail) {
    super(detail);
    this.why = why;
  }

  Why why() {
    return why;
  }

  /** In words. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
