// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;

/** The handler that credits deposits of BTC (docs/artifacts.md). */
public final class BtcHandlerAbi {
  private static final byte[] DEPOSITS = Abi.selector("deposits(bytes32)");
  private static final int STATUS = 2;

  private BtcHandlerAbi() {}

  /** What a handler knows of an output; the order is the contract's. */
  public enum DepositStatus {
    /** Nothing: no message about it was handled, or none left a trace. */
    UNKNOWN,
    /** It is accounted for and minted when nothing is in the way any more. */
    HELD,
    /** Minted. */
    CREDITED,
    /** Given up for ever: its vault returns the BTC. */
    REJECTED
  }

  /**
   * Calldata that asks what it knows of an output.
   *
   * @param outpoint as {@link BtcPayload#outpoint} makes it
   */
  public static byte[] depositsCall(Hash outpoint) {
    return Abi.call(DEPOSITS, Abi.uint(outpoint.toBigInteger()));
  }

  /**
   * The answer to that.
   *
   * @throws InvalidValue when it is none, for instance because no such contract is there
   */
  public static DepositStatus depositStatus(byte[] answer) {
    int status = new AbiReader("deposit", answer).small(STATUS);
    if (status >= DepositStatus.values().length) {
      throw new InvalidValue("deposit status", Integer.toString(status));
    }
    return DepositStatus.values()[status];
  }
}
