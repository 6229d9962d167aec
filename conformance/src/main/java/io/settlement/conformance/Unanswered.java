// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.util.Objects;

/** A node did not answer, so nothing is known. */
public final class Unanswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause kind;

  /** Why there is no answer. */
  public enum Cause {
    /** Its address may not be asked. */
    FORBIDDEN_ADDRESS,
    /** It cannot be reached. */
    UNREACHABLE,
    /** Its certificate is not valid for it, or the handshake fails. */
    INSECURE,
    /** It was silent for too long. */
    TIMEOUT,
    /** It wants to send us elsewhere; nobody follows. */
    REDIRECT,
    /** Too many questions. */
    RATE_LIMITED,
    /** HTTP says that it failed. */
    HTTP_STATUS,
    /** Not JSON-RPC. */
    GARBAGE,
    /** More than anybody should read. */
    TOO_LARGE,
    /** It answered, but refused what had to be known first. */
    REFUSED,
    /** Nobody waited for it. */
    INTERRUPTED
  }

  /** Why, in words for people. */
  public Unanswered(Cause kind, String words) {
    super(words);
    this.kind = kind;
  }

  /** Why, and what happened below. */
  public Unanswered(Cause kind, String words, Throwable below) {
    super(words, below);
    this.kind = kind;
  }

  /** Why there is no answer. */
  public Cause kind() {
    return kind;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), kind.name());
  }
}
