// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.Hash;
import io.settlement.relayer.attest.Claims.Postponed;
import io.settlement.relayer.attest.Claims.Refused;
import io.settlement.relayer.attest.SigningGuard.Entry;
import io.settlement.relayer.attest.SigningGuard.Subject;
import io.settlement.relayer.loop.Backoff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a batch of verdicts comes to. A digest is to be signed only when nothing else was ever
 * signed for the same message and kind.
 */
final class Decisions {
  private static final Logger log = LoggerFactory.getLogger(Decisions.class);

  /** A claim that holds, and what would be signed. */
  record Approved(Claim claim, Verdict.Sign sign) {
    Subject subject() {
      return Subject.of(claim);
    }

    Entry entry() {
      return new Entry(subject(), sign.digest());
    }
  }

  private final Instant now;
  private final Map<Subject, Hash> guarded;
  private final List<Approved> fresh = new ArrayList<>();
  private final List<Approved> repeated = new ArrayList<>();
  private final List<MessageFinal> kept = new ArrayList<>();
  private final List<Claim> agreed = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Postponed> postponed = new ArrayList<>();

  /**
   * @param known digests guarded before
   */
  Decisions(Map<Subject, Hash> known, Instant now) {
    this.now = now;
    this.guarded = new HashMap<>(known);
  }

  /** What becomes of a claim that was told. */
  void take(Judged one, ValidatorSettings settings, Backoff backoff) {
    switch (one.verdict()) {
      case Verdict.Sign sign -> sign(one.claim(), sign);
      case Verdict.Keep keep -> keep(one.claim(), keep);
      case Verdict.Refuse refuse -> refuse(one.claim(), refuse.reason());
      case Verdict.Doubt doubt -> doubt(one.claim(), doubt.reason(), settings.doubts(), backoff);
      case Verdict.Patience patience -> later(one.claim(), now.plus(settings.lastRetry()));
    }
  }

  /** Checked and kept; there is nothing to sign. */
  private void keep(Claim claim, Verdict.Keep keep) {
    kept.add(keep.message());
    refuse(claim, Refusal.NOT_SIGNED_FOR);
  }

  /** Everything checked out: sign, unless it was signed, and never beside another digest. */
  void sign(Claim claim, Verdict.Sign sign) {
    Hash before = guarded.putIfAbsent(Subject.of(claim), sign.digest());
    if (before != null && !before.equals(sign.digest())) {
      contradicts(claim, sign.digest(), before);
      return;
    }
    agreed.add(claim);
    if (before == null) {
      fresh.add(new Approved(claim, sign));
    } else if (!claim.isBundled()) {
      repeated.add(new Approved(claim, sign));
    }
  }

  /** The same for what nobody told: of no interest when anything was signed before. */
  void signUntold(Claim claim, Verdict.Sign sign) {
    if (guarded.putIfAbsent(Subject.of(claim), sign.digest()) == null) {
      fresh.add(new Approved(claim, sign));
      agreed.add(claim);
    }
  }

  void refuse(Claim claim, Refusal reason) {
    refused.add(new Refused(claim, reason));
  }

  /** Looked at again later, refused when that happened often enough. */
  void doubt(Claim claim, Refusal reason, int doubts, Backoff backoff) {
    int attempts = claim.attempts() + 1;
    if (attempts >= doubts) {
      refuse(claim, reason);
    } else {
      postponed.add(new Postponed(claim, attempts, now.plus(backoff.after(attempts))));
    }
  }

  /** Looked at again then, however often that happened before. */
  void later(Claim claim, Instant then) {
    postponed.add(new Postponed(claim, claim.attempts(), then));
  }

  /** What nothing was signed for before. */
  List<Approved> fresh() {
    return fresh;
  }

  /** What is signed once more, the same digest, because somebody asks for it. */
  List<Approved> repeated() {
    return repeated;
  }

  /** Claims whose digest is guarded, now or before. */
  List<Claim> agreed() {
    return agreed;
  }

  /** What was checked for the cosigners of a vault. */
  List<MessageFinal> kept() {
    return kept;
  }

  List<Refused> refused() {
    return refused;
  }

  List<Postponed> postponed() {
    return postponed;
  }

  private void contradicts(Claim claim, Hash digest, Hash before) {
    log.atError()
        .addKeyValue("txid", claim.txid())
        .addKeyValue("kind", claim.kind())
        .addKeyValue("signed", before)
        .addKeyValue("asked", digest)
        .log("ALARM: asked to sign a second digest for the same message; refused");
    refuse(claim, Refusal.SIGNED_OTHERWISE);
  }
}
