// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.value.EvmAddress;

/**
 * Where amounts of an artifact are on one chain; stored and published by its word, and the contract
 * after a colon where there may be several.
 */
public enum Account {
  /** Accounts of users. */
  HOLDERS("holders"),
  /** Handlers, for messages that have not ended. */
  ESCROW("escrow"),
  /** The token contract: negative is what was minted for transfers beyond what was burned. */
  ISSUANCE("issuance"),
  /** Handlers, to unlock from. */
  LIQUIDITY("liquidity"),
  /** The token contract: negative is what was minted for BTC beyond what was burned for BTC. */
  BACKED("backed"),
  /** A staking contract. */
  STAKED("staked"),
  /** A wrapper. */
  WRAPPED("wrapped"),
  /** A leg of a basket. */
  BASKET("basket"),
  /** On Bitcoin: the vaults. */
  CUSTODY("custody"),
  /** On Bitcoin: negative is what came from its owners beyond what went back to them. */
  OWNERS("owners"),
  /** On Bitcoin: what payouts cost. */
  FEES("fees"),
  /**
   * On Bitcoin: what the operator bears, because the vault paid the network of its own; negative is
   * what was paid into the vault beyond that.
   */
  OPERATOR("operator");

  private final String word;

  Account(String word) {
    this.word = word;
  }

  /** The stable word. */
  public String word() {
    return word;
  }

  /** With a contract. */
  public String at(EvmAddress contract) {
    return word + ":" + contract.hex();
  }

  /** With a leg of a contract. */
  public String at(EvmAddress contract, int leg) {
    return at(contract) + "/" + leg;
  }

  /** Whether an account as stored is one of these. */
  public boolean holds(String account) {
    return account.equals(word) || account.startsWith(word + ":");
  }
}
