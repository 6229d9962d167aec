// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

/** Without a key nobody could be let in, so the service does not start. */
final class InternalKeyMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InternalKeyMissing(String sentence) {
    super(sentence);
  }
}
