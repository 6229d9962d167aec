// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.terminal;

import org.jspecify.annotations.Nullable;

/** What went wrong, as a sentence for the person at the terminal; no stack trace belongs to it. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong. */
  public Failure(String sentence) {
    super(sentence);
  }

  /** Says what went wrong and keeps the cause for those who look closer. */
  public Failure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
