// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.BookAccount.Kind;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one payer keeps in one vault for a message, in wei of the vault's chain, and what was
 * decided about it when the message had ended.
 */
final class VaultAccount {
  /** In order of their first payments: time of the block, position in it. */
  static final Comparator<VaultAccount> BY_TIME =
      Comparator.<VaultAccount, Instant>comparing(account -> account.firstPaid)
          .thenComparingLong(account -> account.firstLog)
          .thenComparing(account -> account.chain.value())
          .thenComparing(account -> account.payer.hex());

  final ChainName chain;
  final EvmAddress payer;
  Wei prepaid = Wei.ZERO;

  /** Of that, what was paid before the message had ended. */
  Wei chargeable = Wei.ZERO;

  Instant firstPaid = Instant.MAX;
  long firstLog = Long.MAX_VALUE;

  /** The vault's word that it closed the account; the first that stands. */
  @Nullable BookedFact refund;

  /** What it held when the rest was decided. */
  @Nullable Wei settled;

  /** What goes back. */
  @Nullable Wei due;

  @Nullable Way way;

  /** The tree that holds its receipt. */
  @Nullable String root;

  private boolean changed;

  /** How what is left goes back to the payer; stored by name. */
  enum Way {
    /** The operator orders the vault to pay. */
    PUSHED,
    /** Claimed with a receipt: a payment would cost more than it is worth. */
    DUST,
    /** Claimed with a receipt: it is not the account of the message's sender. */
    OTHER_PAYER,
    /** Claimed with a receipt: the operator's policy. */
    RECEIPTS_ONLY,
    /** The message took all of it. */
    NOTHING_LEFT
  }

  VaultAccount(ChainName chain, EvmAddress payer) {
    this.chain = chain;
    this.payer = payer;
  }

  void pay(ChainFact payment, boolean inTime) {
    prepaid = prepaid.plus(payment.amount());
    chargeable = inTime ? chargeable.plus(payment.amount()) : chargeable;
    Instant time = payment.ref().blockTime();
    if (time.isBefore(firstPaid)) {
      firstPaid = time;
      firstLog = payment.ref().logIndex();
    } else if (time.equals(firstPaid)) {
      firstLog = Math.min(firstLog, payment.ref().logIndex());
    }
  }

  boolean isDecided() {
    return due != null;
  }

  /** Whether there is money that was not there when the rest was decided. */
  boolean wasPaidSince() {
    return prepaid.compareTo(settled == null ? Wei.ZERO : settled) > 0;
  }

  /** Whether something is owed that the vault has not paid. */
  boolean isOwed() {
    return due != null && !due.isZero() && refund == null;
  }

  boolean awaitsPush() {
    return way == Way.PUSHED && refund == null;
  }

  void decide(Wei rest, Way how) {
    settled = prepaid;
    due = rest;
    way = how;
    changed = true;
  }

  void undecide() {
    settled = null;
    due = null;
    way = null;
    changed = true;
  }

  boolean isChanged() {
    return changed;
  }

  BookAccount book(Kind kind) {
    return BookAccount.of(kind, chain, payer);
  }
}
