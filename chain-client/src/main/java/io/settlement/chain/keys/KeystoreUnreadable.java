// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

/**
 * A keystore that does not give a key; the message says which file and why, never what is in it.
 */
public final class KeystoreUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeystoreUnreadable(String message) {
    super(message);
  }
}
