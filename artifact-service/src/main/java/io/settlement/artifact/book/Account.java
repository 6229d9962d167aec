// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

/** Where tokens of an artifact are on one chain; stored and published by its word. */
public enum Account {
  /** Accounts of users. */
  HOLDERS("holders"),
  /** Handlers, for messages that have not ended. */
  ESCROW("escrow"),
  /** The token contract: negative is what was minted beyond what was burned. */
  ISSUANCE("issuance"),
  /** Handlers, to unlock from. */
  LIQUIDITY("liquidity");

  private final String word;

  Account(String word) {
    this.word = word;
  }

  /** The stable word. */
  public String word() {
    return word;
  }
}
