// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.attest.Claims.Postponed;
import io.settlement.relayer.attest.SigningGuard.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Guard row, signature and the claim's end are one transaction. */
final class Attestations {
  private static final Logger log = LoggerFactory.getLogger(Attestations.class);

  private final Claims claims;
  private final SigningGuard guard;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final ValidatorMetrics metrics;

  Attestations(
      Claims claims,
      SigningGuard guard,
      Outbox outbox,
      TransactionTemplate transactions,
      ValidatorMetrics metrics) {
    this.claims = claims;
    this.guard = guard;
    this.outbox = outbox;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  ValidatorMetrics metrics() {
    return metrics;
  }

  /**
   * Stores what was decided. A signature that another instance of this validator recorded meanwhile
   * is not published; its claim stays and is judged against that record.
   */
  void store(Decisions decisions, Instant now) {
    List<AttestationSigned> published = transactions.execute(status -> storeWithin(decisions, now));
    published.forEach(Attestations::tell);
    published.forEach(metrics::signed);
    decisions.refused().forEach(one -> metrics.refused(one.reason()));
  }

  /** These are looked at again later. */
  void postpone(List<Postponed> postponed) {
    claims.postponed(postponed);
  }

  private List<AttestationSigned> storeWithin(Decisions decisions, Instant now) {
    List<AttestationSigned> signatures = decisions.signatures();
    Set<Subject> recorded = guard.record(signatures);
    List<AttestationSigned> published =
        signatures.stream().filter(one -> recorded.contains(Subject.of(one))).toList();
    Set<Subject> lost = lost(signatures, recorded);
    outbox.append(published);
    claims.signed(
        decisions.agreed().stream().filter(claim -> !lost.contains(Subject.of(claim))).toList(),
        now);
    claims.refused(decisions.refused(), now);
    claims.postponed(decisions.postponed());
    return published;
  }

  private static Set<Subject> lost(List<AttestationSigned> signatures, Set<Subject> recorded) {
    return signatures.stream()
        .map(Subject::of)
        .filter(subject -> !recorded.contains(subject))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void tell(AttestationSigned signed) {
    log.atDebug()
        .addKeyValue("txid", signed.txid())
        .addKeyValue("kind", signed.kind())
        .addKeyValue("digest", signed.digest())
        .log("signed");
  }
}
