// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.MerkleTree;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.courier.Rejection.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signatures over bundles: one recovery for each bundle and validator, whatever the number of
 * members. Whether a member is what has to be attested is decided when it is known; a member that
 * is not hurts nobody but itself.
 */
final class BundleCheck {
  private static final Logger log = LoggerFactory.getLogger(BundleCheck.class);

  private final Quorum quorum;
  private final SignatureStore signatures;
  private final Outbox outbox;
  private final QuorumFlow flow;
  private final Clock clock;

  BundleCheck(
      Quorum quorum, SignatureStore signatures, Outbox outbox, QuorumFlow flow, Clock clock) {
    this.quorum = quorum;
    this.signatures = signatures;
    this.outbox = outbox;
    this.flow = flow;
    this.clock = clock;
  }

  /** Stores those that are what they say; the messages of bundles that have a quorum now. */
  Set<TxId> take(List<BundleSigned> facts) {
    if (facts.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    List<BundleSigned> sound = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (BundleSigned fact : facts) {
      refuse(fact)
          .ifPresentOrElse(reason -> reject(fact, reason, rejections), () -> sound.add(fact));
    }
    outbox.append(signatures.reject(rejections, now));
    if (sound.isEmpty()) {
      return Set.of();
    }
    signatures.bundles().add(sound, now);
    Set<TxId> certified = certified(sound);
    if (!certified.isEmpty()) {
      flow.came(now);
    }
    return certified;
  }

  private Set<TxId> certified(List<BundleSigned> sound) {
    Map<Hash, Bundle> stored =
        signatures.bundles().withSignatures(sound.stream().map(BundleSigned::root).toList());
    Set<TxId> certified = new LinkedHashSet<>();
    for (BundleSigned fact : sound) {
      Bundle bundle = stored.get(fact.root());
      if (bundle != null && quorum.isSigned(bundle, fact.receiver())) {
        certified.addAll(fact.txids());
      }
    }
    return certified;
  }

  private Optional<Reason> refuse(BundleSigned fact) {
    if (!quorum.isCandidate(fact.receiver(), fact.validator())) {
      return Optional.of(Reason.NOT_A_VALIDATOR);
    }
    List<Hash> leaves = fact.members().stream().map(BundleSigned.Member::digest).toList();
    return MerkleTree.of(leaves).root().equals(fact.root())
        ? SignatureCheck.refuse(Digests.bundle(fact.root()), fact)
        : Optional.of(Reason.WRONG_DIGEST);
  }

  private static void reject(BundleSigned fact, Reason reason, List<Rejection> rejections) {
    log.atWarn()
        .addKeyValue("root", fact.root())
        .addKeyValue("validator", fact.validator())
        .addKeyValue("reason", reason)
        .log("bundle rejected");
    fact.members()
        .forEach(
            member ->
                rejections.add(
                    new Rejection(
                        member.txid(),
                        fact.kind(),
                        fact.validator(),
                        member.digest(),
                        reason,
                        null)));
  }
}
