// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

/** A remote signer did not sign; the message says why and what it was asked for. */
public final class SignerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  SignerUnavailable(String message) {
    super(message);
  }
}
