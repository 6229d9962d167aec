// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.LogRef;
import io.settlement.relayer.lane.Renewals;
import io.settlement.relayer.lane.Work;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives work whose signatures its chain no longer accepts the signatures of today's validators, or
 * asks for them, so that a rotation of the set leaves nothing behind.
 */
final class Recertification {
  /** Most that are renewed in one transaction. */
  private static final int PAGE = 200;

  private final Messages messages;
  private final Dossiers dossiers;
  private final CertifiedWork works;
  private final Renewals renewals;
  private final TransactionOperations transactions;
  private final Clock clock;

  Recertification(
      Messages messages,
      Dossiers dossiers,
      CertifiedWork works,
      Renewals renewals,
      TransactionOperations transactions,
      Clock clock) {
    this.messages = messages;
    this.dossiers = dossiers;
    this.works = works;
    this.renewals = renewals;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Other signatures count than before: whatever waits for signatures is looked at now. */
  void hurryWhatWaits() {
    transactions.executeWithoutResult(status -> messages.hurry(clock.instant()));
  }

  /** What chains refused for its signatures gets other ones, or they are asked for. */
  void renewWhatWasRefused() {
    transactions.executeWithoutResult(status -> renewWithin());
  }

  private void renewWithin() {
    List<Work> refused = renewals.refused(PAGE);
    if (refused.isEmpty()) {
      return;
    }
    Map<?, Dossier> open = dossiers.open(Renewals.txids(refused));
    List<Work> renewed = new ArrayList<>();
    List<Work> later = new ArrayList<>();
    for (Work work : refused) {
      Dossier dossier = Objects.requireNonNull(open.get(work.txid()));
      Optional<Work> today = works.of(work.purpose(), dossier).filter(it -> !it.equals(work));
      today.ifPresentOrElse(
          renewed::add,
          () -> {
            later.add(work);
            ask(dossier, work);
          });
    }
    renewals.renew(renewed);
    renewals.later(later);
    dossiers.save(List.copyOf(open.values()));
  }

  private void ask(Dossier dossier, Work work) {
    CertifiedWork.kindOf(work.purpose())
        .ifPresent(
            kind -> {
              Optional<LogRef> ref = dossier.message().loggedAt(kind);
              ref.ifPresent(it -> dossier.ask(kind, it, clock.instant()));
            });
  }
}
