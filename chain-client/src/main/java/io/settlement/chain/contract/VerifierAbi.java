// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import java.util.List;

/** The signature verifier: who may sign, and how many must. */
public final class VerifierAbi {
  private static final byte[] VALIDATORS = Abi.selector("validators()");
  private static final byte[] REQUIRED = Abi.selector("required_validators()");

  private VerifierAbi() {}

  /** Calldata that asks for the validators; read the answer with {@link #validators(byte[])}. */
  public static byte[] validators() {
    return VALIDATORS.clone();
  }

  /** The validators. */
  public static List<EvmAddress> validators(byte[] answer) {
    return new AbiReader("validators", answer).addresses(0);
  }

  /** Calldata that asks for the quorum; read the answer with {@link #required(byte[])}. */
  public static byte[] required() {
    return REQUIRED.clone();
  }

  /** How many distinct signatures make a quorum. */
  public static int required(byte[] answer) {
    return new AbiReader("required validators", answer).small(0);
  }
}
