// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.attest.Claims.Postponed;
import io.settlement.relayer.attest.Claims.Refused;
import io.settlement.relayer.attest.Decisions.Approved;
import io.settlement.relayer.attest.SigningGuard.Subject;
import io.settlement.relayer.bitcoin.Withdrawals;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Guard rows, signatures and the claims' ends are one transaction, in this order: what is signed is
 * guarded, and a signature leaves only when its guard rows are stored for good.
 */
final class Attestations {
  private static final Logger log = LoggerFactory.getLogger(Attestations.class);

  private final Claims claims;
  private final SigningGuard guard;
  private final Withdrawals withdrawals;
  private final Signatory signatory;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final ValidatorMetrics metrics;

  /** What it writes down, all of it in one transaction. */
  record Books(Claims claims, SigningGuard guard, Withdrawals withdrawals) {}

  Attestations(
      Books books,
      Signatory signatory,
      Outbox outbox,
      TransactionTemplate transactions,
      ValidatorMetrics metrics) {
    this.claims = books.claims();
    this.guard = books.guard();
    this.withdrawals = books.withdrawals();
    this.signatory = signatory;
    this.outbox = outbox;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  ValidatorMetrics metrics() {
    return metrics;
  }

  /**
   * Stores what was decided. What another instance of this validator guarded meanwhile is not
   * signed; its claim stays and is judged against that record.
   */
  void store(Decisions decisions, Instant now) {
    List<AttestationEvent> published = transactions.execute(status -> storeWithin(decisions, now));
    published.forEach(Attestations::tell);
    published.forEach(metrics::signed);
    List<Refusal> refusals = decisions.refused().stream().map(Refused::reason).toList();
    refusals.stream().filter(reason -> reason != Refusal.NOT_SIGNED_FOR).forEach(metrics::refused);
    long ended = refusals.stream().filter(reason -> reason == Refusal.ENDED).count();
    if (ended > 0) {
      log.atInfo().addKeyValue("claims", ended).log("not signed: their sources have settled them");
    }
  }

  /** These are looked at again later. */
  void postpone(List<Postponed> postponed) {
    claims.postponed(postponed);
  }

  private List<AttestationEvent> storeWithin(Decisions decisions, Instant now) {
    List<Approved> fresh = decisions.fresh();
    Set<Subject> guarded = guard.record(fresh.stream().map(Approved::entry).toList(), now);
    Set<Subject> lost =
        fresh.stream()
            .map(Approved::subject)
            .filter(subject -> !guarded.contains(subject))
            .collect(Collectors.toUnmodifiableSet());
    List<AttestationEvent> signed =
        signatory.sign(
            Stream.concat(fresh.stream(), decisions.repeated().stream())
                .filter(one -> !lost.contains(one.subject()))
                .toList(),
            now);
    outbox.append(signed);
    withdrawals.add(decisions.kept(), now);
    claims.signed(
        decisions.agreed().stream().filter(claim -> !lost.contains(Subject.of(claim))).toList(),
        now);
    claims.refused(decisions.refused(), now);
    claims.postponed(decisions.postponed());
    return signed;
  }

  private static void tell(AttestationEvent signed) {
    log.atDebug()
        .addKeyValue("kind", signed.kind())
        .addKeyValue("key", signed.key())
        .addKeyValue("messages", signed.txids().size())
        .log("signed");
  }
}
