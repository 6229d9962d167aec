// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.relayer.attest.Claims.Postponed;
import io.settlement.relayer.attest.Claims.Refused;
import io.settlement.relayer.attest.SigningGuard.Subject;
import io.settlement.relayer.chain.keys.ValidatorKey;
import io.settlement.relayer.loop.Backoff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a batch of verdicts comes to. A digest is signed only here, and only when nothing else was
 * ever signed for the same message and kind.
 */
final class Decisions {
  private static final Logger log = LoggerFactory.getLogger(Decisions.class);

  private final ValidatorKey key;
  private final Instant now;
  private final Map<Subject, Hash> guarded;
  private final Map<Subject, AttestationSigned> toSign = new HashMap<>();
  private final List<Claim> agreed = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Postponed> postponed = new ArrayList<>();

  /**
   * @param known digests signed before
   */
  Decisions(ValidatorKey key, Map<Subject, Hash> known, Instant now) {
    this.key = key;
    this.now = now;
    this.guarded = new HashMap<>(known);
  }

  /** Everything checked out: sign, unless it was signed, and never beside another digest. */
  void sign(Claim claim, Hash digest) {
    Subject subject = Subject.of(claim);
    Hash before = guarded.putIfAbsent(subject, digest);
    if (before == null) {
      String signature = Hex.encode(key.sign(digest));
      toSign.put(
          subject,
          new AttestationSigned(claim.txid(), claim.kind(), digest, key.address(), signature, now));
    }
    if (before == null || before.equals(digest)) {
      agreed.add(claim);
    } else {
      contradicts(claim, digest, before);
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

  /** New signatures. */
  List<AttestationSigned> signatures() {
    return List.copyOf(toSign.values());
  }

  /** Claims whose digest is signed, now or before. */
  List<Claim> agreed() {
    return agreed;
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
