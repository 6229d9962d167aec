// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of one message and one cause that sum to zero, in wei of the source chain. */
final class Posting {
  private final TxId txid;
  private final String cause;
  private final @Nullable EvmAddress refundTo;
  private final Map<Account, BigInteger> entries = new LinkedHashMap<>();

  /** Whose money it is; stored by name. */
  enum Account {
    /** The world outside: negative what came in, positive what went back. */
    PAYER,
    /** The message's deposit in the vault. */
    PREPAYMENT,
    /** The submitter of the delivery. */
    DELIVERY,
    /** The submitter of the callback. */
    CALLBACK,
    /** Owed to the payer. */
    REFUND,
    /** The submitter of the refund. */
    REFUND_TRANSACTION,
    /** The operator: margin and late payments in, overruns and the refund's real cost out. */
    OPERATOR
  }

  /**
   * @param cause why; the same cause is posted once for each message
   */
  Posting(TxId txid, String cause) {
    this(txid, cause, null);
  }

  /**
   * @param cause why; the same cause is posted once for each message
   * @param refundTo whose account in the vault was paid into
   */
  Posting(TxId txid, String cause, @Nullable EvmAddress refundTo) {
    this.txid = txid;
    this.cause = cause;
    this.refundTo = refundTo;
  }

  /** From one account to another. */
  Posting move(Account from, Account to, Wei amount) {
    entries.merge(from, amount.value().negate(), BigInteger::add);
    entries.merge(to, amount.value(), BigInteger::add);
    return this;
  }

  TxId txid() {
    return txid;
  }

  String cause() {
    return cause;
  }

  @Nullable EvmAddress refundTo() {
    return refundTo;
  }

  Map<Account, BigInteger> entries() {
    return entries;
  }
}
