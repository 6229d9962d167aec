// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.Signatures;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.lane.Work.Membership;
import io.settlement.relayer.nodes.Nodes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be signed, by whom, and whether enough of them have. */
final class Quorum {
  private final ValidatorSets sets;
  private final RegistryView registry;
  private final Nodes nodes;

  Quorum(ValidatorSets sets, RegistryView registry, Nodes nodes) {
    this.sets = sets;
    this.registry = registry;
    this.nodes = nodes;
  }

  /**
   * What a signature must be to count.
   *
   * @param digest of what is attested, computed here
   * @param sets who signs for the chain that receives it: the current set, then one that its
   *     verifier still accepts
   * @param candidates everybody whose signature counts there, or may soon
   */
  record Wanted(Hash digest, List<Signers> sets, Set<EvmAddress> candidates) {

    Signers current() {
      return sets.getFirst();
    }
  }

  /**
   * A quorum certificate.
   *
   * @param signatures exactly as many as required, ascending by signer; 0x and hexadecimal digits
   * @param bundle where the digest stands under the root they sign; null when they sign itself
   */
  record Certified(String signatures, @Nullable Membership bundle) {}

  /** Empty until the message is final here, its outcome known (for a callback), its chain known. */
  Optional<Wanted> wanted(MessageRow message, Kind kind) {
    CrossChainMessage content = message.content();
    if (content == null || !message.is(Mark.FINAL)) {
      return Optional.empty();
    }
    ChainName receiver = receiver(content, kind);
    List<Signers> accepted = sets.acceptedBy(receiver);
    return nodes
        .settings(receiver)
        .filter(chain -> !accepted.isEmpty())
        .flatMap(chain -> digest(message, content, kind, chain))
        .map(digest -> new Wanted(digest, accepted, sets.candidatesOf(receiver)));
  }

  private static ChainName receiver(CrossChainMessage content, Kind kind) {
    return switch (kind) {
      case RECEIVE, EXPIRE -> content.to().chain();
      case CALLBACK -> content.from().chain();
    };
  }

  private static Optional<Hash> digest(
      MessageRow message, CrossChainMessage content, Kind kind, ChainSettings receiver) {
    Outcome outcome = message.outcome();
    ContractDialect dialect = ContractDialect.of(receiver);
    return switch (kind) {
      case RECEIVE -> Optional.of(dialect.receiveDigest(content));
      case EXPIRE ->
          dialect.expires() ? Optional.of(dialect.expireDigest(content)) : Optional.empty();
      case CALLBACK ->
          Optional.ofNullable(outcome)
              .map(
                  known ->
                      dialect.callbackDigest(content.txid(), content.to(), content.from(), known));
    };
  }

  /** Whether somebody signs for any chain at all. */
  boolean isKnown(EvmAddress validator) {
    return registry.chains().stream().anyMatch(chain -> isCandidate(chain.chain(), validator));
  }

  /** Whether somebody's signature counts on a chain, or may soon. */
  boolean isCandidate(ChainName receiver, EvmAddress validator) {
    return sets.candidatesOf(receiver).contains(validator);
  }

  /** Whether a bundle that is for this chain has a quorum of one of its sets. */
  boolean isSigned(Bundle bundle, ChainName receiver) {
    return sets.acceptedBy(receiver).stream()
        .anyMatch(set -> signersOf(set, bundle.signatures().keySet()) >= set.required());
  }

  private static long signersOf(Signers set, Collection<EvmAddress> signed) {
    return set.validators().stream().filter(signed::contains).count();
  }

  /**
   * A certificate that the receiving chain accepts today, by a bundle rather than by the digest
   * itself: members share its cost. Expiries are signed one by one. Empty while there are too few
   * signatures.
   */
  Optional<Certified> certificate(Dossier dossier, Kind kind) {
    return wanted(dossier.message(), kind)
        .flatMap(
            wanted ->
                wanted.sets().stream()
                    .flatMap(set -> certificates(dossier, kind, wanted.digest(), set))
                    .findFirst());
  }

  private static Stream<Certified> certificates(
      Dossier dossier, Kind kind, Hash digest, Signers set) {
    Stream<Certified> bundled =
        dossier.bundles().stream()
            .filter(member -> kind != Kind.EXPIRE && member.attests(kind, digest))
            .flatMap(
                member ->
                    signatures(set, member.bundle())
                        .map(some -> new Certified(some, member.membership()))
                        .stream());
    Stream<Certified> alone =
        signatures(set, dossier.verified(kind)).map(some -> new Certified(some, null)).stream();
    return Stream.concat(bundled, alone);
  }

  private static Optional<String> signatures(Signers set, Bundle bundle) {
    Map<EvmAddress, String> bySigner = new HashMap<>();
    bundle.signatures().forEach((validator, it) -> bySigner.put(validator, it.bytes()));
    return signatures(set, bySigner);
  }

  private static Optional<String> signatures(Signers set, List<Attestation> verified) {
    Map<EvmAddress, String> bySigner = new HashMap<>();
    verified.forEach(it -> bySigner.putIfAbsent(it.validator(), it.signature()));
    return signatures(set, bySigner);
  }

  private static Optional<String> signatures(Signers set, Map<EvmAddress, String> bySigner) {
    Map<EvmAddress, byte[]> chosen = new HashMap<>();
    bySigner.keySet().stream()
        .filter(set.validators()::contains)
        .sorted(Comparator.comparing(EvmAddress::toBigInteger))
        .limit(set.required())
        .forEach(it -> chosen.put(it, Hex.decode(Objects.requireNonNull(bySigner.get(it)))));
    return chosen.size() == set.required()
        ? Optional.of(Hex.encode(Signatures.bundle(chosen)))
        : Optional.empty();
  }
}
