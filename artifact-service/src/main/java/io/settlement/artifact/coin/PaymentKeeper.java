// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.artifact.book.Account;
import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Booking.Cause;
import io.settlement.artifact.book.Books;
import io.settlement.artifact.coin.PaymentTable.Batch;
import io.settlement.artifact.coin.PaymentTable.Member;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.PsbtEvent;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.kit.outbox.Outbox;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what payments on Bitcoin cost: each withdrawal its own share, taken from what its owner
 * gets, and the operator what the vault paid of its own.
 */
@Component
public class PaymentKeeper {
  private static final int PAGE = 100;

  private final PaymentTable table;
  private final Primitives primitives;
  private final Books books;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PaymentKeeper(
      PaymentTable table,
      Primitives primitives,
      Books books,
      Outbox outbox,
      Clock clock,
      TransactionTemplate transaction) {
    this.table = table;
    this.primitives = primitives;
    this.books = books;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** What was proposed and what was paid; possibly again. */
  public void onPayments(List<PsbtEvent> facts) {
    List<PsbtProposed> ofTheVault = new ArrayList<>();
    List<PayoutConfirmed> paid = new ArrayList<>();
    for (PsbtEvent fact : facts) {
      if (fact instanceof PsbtProposed proposal && proposal.members().isEmpty()) {
        ofTheVault.add(proposal);
      } else if (fact instanceof PayoutConfirmed confirmed) {
        paid.add(confirmed);
      }
    }
    if (!ofTheVault.isEmpty()) {
      table.expect(ofTheVault);
    }
    if (!paid.isEmpty()) {
      table.keep(paid);
      book();
    }
  }

  /** What belonged to nobody's books is looked at again: primitives are admitted meanwhile. */
  @Scheduled(fixedDelayString = "${settlement.artifact.live-interval:30s}")
  void retry() {
    transaction.executeWithoutResult(status -> book());
  }

  private void book() {
    List<Batch> batches = table.unbooked(PAGE);
    if (batches.isEmpty()) {
      return;
    }
    List<Primitive> kept = primitives.kept();
    Map<String, String> artifacts = new LinkedHashMap<>();
    List<Booking> bookings = new ArrayList<>();
    for (Batch batch : batches) {
      Optional<String> artifact =
          kept.stream()
              .filter(one -> batch.vault().equals(one.vault()))
              .map(Primitive::artifact)
              .findFirst();
      artifact.ifPresent(
          one -> {
            artifacts.put(batch.name(), one);
            bookings.addAll(bookings(batch, one));
          });
    }
    table.belong(artifacts);
    List<ArtifactEvent> told = books.add(books.missing(bookings), clock.instant());
    if (!told.isEmpty()) {
      outbox.append(told);
    }
  }

  private static List<Booking> bookings(Batch batch, String artifact) {
    List<Booking> bookings = new ArrayList<>();
    for (Member member : batch.members()) {
      BigInteger fee = member.amount().subtract(member.paid());
      if (fee.signum() > 0) {
        bookings.add(
            Booking.moving(
                artifact,
                new Cause(member.txid().hex(), member.txid(), batch.place()),
                Movement.NETWORK_FEE,
                CoinKeeper.OWNERS_OUT,
                Account.FEES.word(),
                fee));
      }
    }
    if (batch.vaultFee().signum() > 0) {
      bookings.add(
          Booking.moving(
              artifact,
              new Cause("payout " + batch.name(), null, batch.place()),
              Movement.VAULT_FEE,
              Account.CUSTODY.word(),
              Account.OPERATOR.word(),
              batch.vaultFee()));
    }
    return bookings;
  }
}
