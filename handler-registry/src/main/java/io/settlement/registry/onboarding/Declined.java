// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.Hex;

/** A node answered that it will not do what it was asked; for calls, what the contract said. */
public final class Declined extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final byte[] data;

  Declined(String message, byte[] data) {
    super(message);
    this.data = data.clone();
  }

  /** Whether the contract refused with this error. */
  boolean isError(byte[] selector) {
    return data.length >= 4 && Hex.encode(data).startsWith(Hex.encode(selector));
  }

  /** What the contract said, in hex. */
  String dataOrNothing() {
    return Hex.encode(data);
  }

  String detail() {
    return data.length >= 4
        ? "refused with " + Hex.encode(data).substring(0, 10)
        : "refused: " + getMessage();
  }
}
