// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import java.math.BigInteger;
import org.web3j.crypto.ECKeyPair;

/** Anvil's well-known accounts as keys. Not secrets. */
public final class TestKeys {
  /** The secret of account 1. */
  public static final String VALIDATOR_1_HEX =
      "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

  /** The secret of account 2. */
  public static final String VALIDATOR_2_HEX =
      "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a";

  /** Account 1, a validator. */
  public static final KeystoreKey VALIDATOR_1 = of(VALIDATOR_1_HEX);

  /** Account 2, a validator. */
  public static final KeystoreKey VALIDATOR_2 = of(VALIDATOR_2_HEX);

  /** Account 3, a validator. */
  public static final KeystoreKey VALIDATOR_3 =
      of("7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6");

  /** Account 6, a validator to be. */
  public static final KeystoreKey NEWCOMER =
      of("92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e");

  private TestKeys() {}

  private static KeystoreKey of(String hex) {
    return new KeystoreKey(ECKeyPair.create(new BigInteger(hex, 16)));
  }
}
