// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Gas;

/**
 * What has to be known of a chain of profile LEGACY, because its contracts do not say it. Whoever
 * signs and whoever counts signatures must agree on it.
 *
 * @param digest what its verifier recovers signers from; RAW
 * @param handlerGas units that a handler on a chain of profile V2 is given for a message from this
 *     one, whose sender could not ask for any; 500000
 */
public record LegacySettings(DigestForm digest, long handlerGas) {
  private static final long LEAST_HANDLER_GAS = 50_000;
  private static final long MOST_HANDLER_GAS = 5_000_000;

  /** How a packed digest is wrapped before it is signed (protocol 2.5). */
  public enum DigestForm {
    /** Not at all: the audited contracts. */
    RAW,
    /** As wallets sign messages: "\x19Ethereum Signed Message:\n32" before it. */
    EIP191
  }

  /** Fills in defaults, refuses what our contracts would. */
  public LegacySettings {
    digest = digest == null ? DigestForm.RAW : digest;
    handlerGas = handlerGas == 0 ? 500_000 : handlerGas;
    if (handlerGas < LEAST_HANDLER_GAS || handlerGas > MOST_HANDLER_GAS) {
      throw new IllegalArgumentException(
          "settlement.chains: legacy.handler-gas must be between %d and %d"
              .formatted(LEAST_HANDLER_GAS, MOST_HANDLER_GAS));
    }
  }

  /** What holds unless something else is said. */
  public static LegacySettings ofDefaults() {
    return new LegacySettings(DigestForm.RAW, 0);
  }

  /** The handler's gas. */
  public Gas gas() {
    return new Gas(handlerGas);
  }
}
