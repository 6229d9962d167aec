// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/**
 * A text or number that cannot be the value it claims to be. Extends {@link
 * IllegalArgumentException} so that JSON binding reports it as the caller's mistake.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * @param kind what the value should have been, for instance "txid"
   * @param given what was given; shortened in the message
   */
  public InvalidValue(String kind, String given) {
    super(
        "not a valid "
            + kind
            + ": "
            + (given.length() > 80 ? given.substring(0, 80) + "…" : given));
    this.kind = kind;
  }

  /** What the value should have been, for instance "txid". */
  public String kind() {
    return kind;
  }
}
