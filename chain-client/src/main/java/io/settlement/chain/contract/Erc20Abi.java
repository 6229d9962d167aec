// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TokenAmount;

/** Any ERC-20 token. */
public final class Erc20Abi {
  private static final byte[] ALLOWANCE = Abi.selector("allowance(address,address)");
  private static final byte[] APPROVE = Abi.selector("approve(address,uint256)");
  private static final byte[] BALANCE_OF = Abi.selector("balanceOf(address)");
  private static final byte[] TRANSFER = Abi.selector("transfer(address,uint256)");

  private Erc20Abi() {}

  /** Calldata that lets another account spend. */
  public static byte[] approve(EvmAddress spender, TokenAmount amount) {
    return Abi.call(APPROVE, Abi.address(spender), Abi.uint(amount.value()));
  }

  /** Calldata that asks how much another may spend; read the answer with {@link #balance}. */
  public static byte[] allowanceCall(EvmAddress owner, EvmAddress spender) {
    return Abi.call(ALLOWANCE, Abi.address(owner), Abi.address(spender));
  }

  /** Calldata that asks for a balance; read the answer with {@link #balance}. */
  public static byte[] balanceOfCall(EvmAddress account) {
    return Abi.call(BALANCE_OF, Abi.address(account));
  }

  /** The balance. */
  public static TokenAmount balance(byte[] answer) {
    return new TokenAmount(new AbiReader("token balance", answer).uint(0));
  }

  /** Calldata that moves tokens. */
  public static byte[] transfer(EvmAddress to, TokenAmount amount) {
    return Abi.call(TRANSFER, Abi.address(to), Abi.uint(amount.value()));
  }
}
