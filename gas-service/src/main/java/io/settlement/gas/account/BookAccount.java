// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.InvalidValue;
import java.util.Optional;

/**
 * An account of the ledger, written {@code KIND:Chain} or {@code KIND:Chain:0x…}; its entries are
 * wei of its chain.
 *
 * @param party a payer or a submitter; empty where there is one account for each chain
 */
public record BookAccount(Kind kind, ChainName chain, String party) {

  /** Whose money it is; stored by name. */
  public enum Kind {
    /** The world outside: negative what a payer paid in, positive what went back to him. */
    PAYER,
    /** A payer's deposits in a vault. */
    PREPAYMENT,
    /** What messages owe for their work until it is taken from deposits. */
    MESSAGE,
    /** One native token for another, at the locked rates: what the operator holds or owes of it. */
    EXCHANGE,
    /** The submitters of deliveries. */
    DELIVERY,
    /** The submitters of callbacks. */
    CALLBACK,
    /** The submitters of transactions that were reverted as a whole. */
    FAILED,
    /** Owed to a payer. */
    REFUND,
    /** The submitters of refunds. */
    REFUND_TRANSACTION,
    /** The operator: margin and late payments in, overruns and the refunds' real cost out. */
    OPERATOR
  }

  /** One for the whole chain. */
  static BookAccount of(Kind kind, ChainName chain) {
    return new BookAccount(kind, chain, "");
  }

  /** A payer's or a submitter's. */
  static BookAccount of(Kind kind, ChainName chain, EvmAddress party) {
    return new BookAccount(kind, chain, party.hex());
  }

  /**
   * Reads {@code KIND:Chain} or {@code KIND:Chain:0x…}.
   *
   * @throws InvalidValue when it is neither
   */
  public static BookAccount parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2 && parts.length != 3) {
      throw new InvalidValue("ledger account", text);
    }
    String party = parts.length == 2 ? "" : new EvmAddress(parts[2]).hex();
    return new BookAccount(kind(parts[0], text), new ChainName(parts[1]), party);
  }

  /** The payer whose money it is; empty where it is the operator's, a submitter's, a message's. */
  public Optional<EvmAddress> payer() {
    return switch (kind) {
      case PAYER, PREPAYMENT, REFUND ->
          party.isEmpty() ? Optional.empty() : Optional.of(new EvmAddress(party));
      case MESSAGE, EXCHANGE, DELIVERY, CALLBACK, FAILED, REFUND_TRANSACTION, OPERATOR ->
          Optional.empty();
    };
  }

  private static Kind kind(String name, String text) {
    try {
      return Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("ledger account", text);
    }
  }

  @Override
  public String toString() {
    return kind + ":" + chain + (party.isEmpty() ? "" : ":" + party);
  }
}
