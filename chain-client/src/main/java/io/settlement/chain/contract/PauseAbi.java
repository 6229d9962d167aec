// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;

/** What guardians have paused on a settlement contract. */
public final class PauseAbi {
  private static final byte[] RECEIVING_PAUSED = Abi.selector("receiving_paused()");
  private static final byte[] ROUTE_PAUSED = Abi.selector("route_paused(address,string,uint256)");

  private PauseAbi() {}

  /** Calldata that asks whether deliveries, expiries and callbacks are refused. */
  public static byte[] receivingPausedCall() {
    return Abi.call(RECEIVING_PAUSED);
  }

  /** Calldata that asks whether everything between a handler here and one elsewhere is refused. */
  public static byte[] routePausedCall(EvmAddress handler, HandlerId elsewhere) {
    return Abi.call(
        ROUTE_PAUSED,
        Abi.address(handler),
        Abi.string(elsewhere.chain().value()),
        Abi.uint(elsewhere.toBigInteger()));
  }

  /** The answer to either. */
  public static boolean isPaused(byte[] answer) {
    return new AbiReader("pause", answer).bool(0);
  }
}
