// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.payout.PayoutTable.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What operators decide about one vault's withdrawals, as far as no cosigner has decided it: a
 * payment that may be in a signed transaction is neither made a second time nor called failed.
 */
final class PayoutDecisions {
  private static final Set<String> WITHOUT_PAYMENT = Set.of("WAITING", "HELD");

  private final PayoutVault vault;
  private final PayoutBooks books;
  private final Duration margin;
  private final Clock clock;

  PayoutDecisions(PayoutVault vault, PayoutBooks books, Duration margin, Clock clock) {
    this.vault = vault;
    this.books = books;
    this.margin = margin;
    this.clock = clock;
  }

  /** Where the chain is; asked before the transaction begins. */
  BitcoinHeader head() {
    return vault.reader().head();
  }

  /** A held withdrawal waits for a batch again. In the caller's transaction. */
  void release(TxId txid) {
    Standing standing = locked(txid);
    if (!standing.state().equals("HELD")) {
      throw Problem.conflict("withdrawal-not-held", "it is " + standing.state());
    }
    if (!standing.withdrawal().deadline().isAfter(clock.instant().plus(margin))) {
      throw Problem.conflict(
          "withdrawal-too-late",
          "nothing is signed so near to its deadline, " + standing.withdrawal().deadline());
    }
    if (standing.isSigned()) {
      throw signed();
    }
    checkNoRoundIsOpen(standing);
    books.table().waitAgain(List.of(txid));
  }

  /** A withdrawal will never be paid, its escrow goes home. In the caller's transaction. */
  void fail(TxId txid, BitcoinHeader head) {
    Standing standing = locked(txid);
    if (!WITHOUT_PAYMENT.contains(standing.state())) {
      throw Problem.conflict("withdrawal-not-held", "it is " + standing.state());
    }
    PayoutTable.End end = standing.end();
    if (end == null) {
      if (standing.isSigned()) {
        throw signed();
      }
      checkNoRoundIsOpen(standing);
    }
    books.table().failed(List.of(txid), "BY_OPERATOR", clock.instant());
    books.failed(new PayoutTable.LeftOut(txid, end), "BY_OPERATOR", head);
  }

  private Standing locked(TxId txid) {
    return books
        .table()
        .standing(txid)
        .orElseThrow(() -> Problem.notFound("unknown-withdrawal", "no withdrawal " + txid));
  }

  private static Problem signed() {
    return Problem.conflict(
        "withdrawal-was-signed", "a cosigner has signed a payment of it that may still be mined");
  }

  private static void checkNoRoundIsOpen(Standing standing) {
    if (standing.maySign()) {
      throw Problem.conflict(
          "withdrawal-may-be-signed", "cosigners still have a payment of it before them");
    }
  }
}
