// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TokenAmount;

/** The ERC-20 handler (protocol 1.2). */
public final class HandlerAbi {
  private static final byte[] SEND =
      Abi.selector("cross_chain_erc20_settlement(string,uint256,uint256,uint256,uint256)");

  private HandlerAbi() {}

  /**
   * Calldata that sends tokens; the transaction's value prepays the gas.
   *
   * @param toToken the token on the destination chain
   * @param receiver who gets it there
   * @throws InvalidValue when the handler is not on the chain
   */
  public static byte[] send(
      ChainName toChain,
      HandlerId toHandler,
      EvmAddress toToken,
      EvmAddress receiver,
      TokenAmount amount) {
    if (!toHandler.chain().equals(toChain)) {
      throw new InvalidValue("handler on " + toChain, toHandler.toString());
    }
    return Abi.call(
        SEND,
        Abi.string(toChain.value()),
        Abi.uint(toHandler.toBigInteger()),
        Abi.address(toToken),
        Abi.address(receiver),
        Abi.uint(amount.value()));
  }
}
