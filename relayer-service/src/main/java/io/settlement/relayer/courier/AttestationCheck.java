// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.TxId;
import io.settlement.relayer.courier.Quorum.Wanted;
import io.settlement.relayer.courier.Rejection.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a signature counts. Only one that its validator really made is stored, under the
 * digest it signs, so nothing anybody else sends can stand in an honest validator's place.
 */
final class AttestationCheck {
  private static final Logger log = LoggerFactory.getLogger(AttestationCheck.class);

  /** Most digests kept for one validator while the right one is not known. */
  private static final int KEPT = 4;

  private final Quorum quorum;
  private final BundleCheck bundles;

  AttestationCheck(Quorum quorum, BundleCheck bundles) {
    this.quorum = quorum;
    this.bundles = bundles;
  }

  /** Signatures over many messages; those that have a quorum by them. */
  Set<TxId> takeBundles(List<BundleSigned> facts) {
    return bundles.take(facts);
  }

  void take(Dossier dossier, AttestationSigned fact) {
    if (dossier.holds(fact)) {
      return;
    }
    Optional<Wanted> wanted = quorum.wanted(dossier.message(), fact.kind());
    Optional<Reason> reason = refuse(fact, wanted);
    if (reason.isPresent()) {
      boolean isSigned =
          reason.get() == Reason.WRONG_DIGEST
              && SignatureCheck.refuse(fact.digest(), fact).isEmpty();
      dossier.reject(fact, reason.get(), isSigned);
      log.atWarn()
          .addKeyValue("txid", fact.txid())
          .addKeyValue("validator", fact.validator())
          .addKeyValue("reason", reason.get())
          .log("attestation rejected");
    } else if (wanted.isPresent() || dossier.kept(fact.kind(), fact.validator()) < KEPT) {
      dossier.add(Attestation.of(fact, wanted.isPresent()));
    }
  }

  private Optional<Reason> refuse(AttestationSigned fact, Optional<Wanted> wanted) {
    if (wanted.isPresent() && !wanted.get().digest().equals(fact.digest())) {
      return Optional.of(Reason.WRONG_DIGEST);
    }
    boolean isMember =
        wanted
            .map(it -> it.candidates().contains(fact.validator()))
            .orElseGet(() -> quorum.isKnown(fact.validator()));
    return isMember
        ? SignatureCheck.refuse(fact.digest(), fact)
        : Optional.of(Reason.NOT_A_VALIDATOR);
  }

  /** What was kept is decided as soon as it is known what had to be signed. */
  void revisit(Dossier dossier) {
    for (Kind kind : Kind.values()) {
      if (!dossier.kept(kind).isEmpty()) {
        quorum.wanted(dossier.message(), kind).ifPresent(it -> revisit(dossier, kind, it));
      }
    }
  }

  private static void revisit(Dossier dossier, Kind kind, Wanted wanted) {
    for (Attestation kept : dossier.kept(kind)) {
      if (!wanted.digest().equals(kept.digest())) {
        dossier.drop(kept, Reason.WRONG_DIGEST);
      } else if (!wanted.candidates().contains(kept.validator())) {
        dossier.drop(kept, Reason.NOT_A_VALIDATOR);
      } else {
        dossier.count(kept);
      }
    }
  }
}
