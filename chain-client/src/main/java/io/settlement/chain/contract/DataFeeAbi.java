// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;

/** What rollups say of the price of a transaction's bytes, at the addresses they say it from. */
public final class DataFeeAbi {
  /** The gas price oracle of chains of the OP stack. */
  public static final EvmAddress OP_STACK =
      new EvmAddress("0x420000000000000000000000000000000000000f");

  /** The node interface of Arbitrum's chains; only calls know it, no transaction does. */
  public static final EvmAddress ARBITRUM =
      new EvmAddress("0x00000000000000000000000000000000000000c8");

  /** The gas price oracle of Scroll. */
  public static final EvmAddress SCROLL =
      new EvmAddress("0x5300000000000000000000000000000000000002");

  private static final byte[] L1_FEE = Abi.selector("getL1Fee(bytes)");
  private static final byte[] L1_COMPONENT =
      Abi.selector("gasEstimateL1Component(address,bool,bytes)");

  private DataFeeAbi() {}

  /** Calldata that asks the oracle of the OP stack or Scroll; read the answer with {@link #fee}. */
  public static byte[] l1Fee(byte[] transaction) {
    return Abi.call(L1_FEE, Abi.bytes(transaction));
  }

  /** The fee, wei of the rollup. */
  public static Wei fee(byte[] answer) {
    return new AbiReader("data fee", answer).wei(0);
  }

  /**
   * Calldata that asks Arbitrum's node interface about a call; read the answer with {@link
   * #component}.
   */
  public static byte[] l1Component(EvmAddress to, byte[] data) {
    return Abi.call(L1_COMPONENT, Abi.address(to), Abi.uint(0), Abi.bytes(data));
  }

  /** Gas of the rollup charged for the bytes, at its base fee; wei. */
  public static Wei component(byte[] answer) {
    AbiReader data = new AbiReader("data fee", answer);
    return new Wei(data.uint(0).multiply(data.uint(1)));
  }
}
