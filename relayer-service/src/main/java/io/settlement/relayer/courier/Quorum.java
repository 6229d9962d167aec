// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.Signatures;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.nodes.Nodes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has to be signed, by whom, and whether enough of them have. */
final class Quorum {
  private final RegistryView registry;
  private final Nodes nodes;

  Quorum(RegistryView registry, Nodes nodes) {
    this.registry = registry;
    this.nodes = nodes;
  }

  /**
   * What a signature must be to count.
   *
   * @param digest of what is attested, computed here
   * @param signers who signs for the chain that receives it
   */
  record Wanted(Hash digest, ValidatorSetState signers) {}

  /** Empty until the message is final here, its outcome known (for a callback), its chain known. */
  Optional<Wanted> wanted(MessageRow message, Kind kind) {
    CrossChainMessage content = message.content();
    if (content == null || !message.is(Mark.FINAL)) {
      return Optional.empty();
    }
    ChainName receiver = receiver(content, kind);
    return nodes
        .settings(receiver)
        .flatMap(chain -> digest(message, content, kind, chain))
        .flatMap(digest -> registry.validators(receiver).map(set -> new Wanted(digest, set)));
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
    return registry.chains().stream()
        .flatMap(chain -> registry.validators(chain.chain()).stream())
        .anyMatch(set -> set.validators().contains(validator));
  }

  /**
   * A quorum certificate: exactly as many signatures as required, ascending by signer; 0x and
   * hexadecimal digits. Empty while there are too few of today's validators.
   */
  Optional<String> certificate(Dossier dossier, Kind kind) {
    return wanted(dossier.message(), kind)
        .flatMap(wanted -> certificate(wanted.signers(), dossier.verified(kind)));
  }

  private static Optional<String> certificate(ValidatorSetState set, List<Attestation> verified) {
    TreeMap<EvmAddress, byte[]> chosen =
        verified.stream()
            .filter(it -> set.validators().contains(it.validator()))
            .sorted(Comparator.comparing(it -> it.validator().toBigInteger()))
            .limit(set.required())
            .collect(
                Collectors.toMap(
                    Attestation::validator,
                    it -> Hex.decode(it.signature()),
                    (first, second) -> first,
                    () -> new TreeMap<>(Comparator.comparing(EvmAddress::toBigInteger))));
    return chosen.size() == set.required()
        ? Optional.of(Hex.encode(Signatures.bundle(chosen)))
        : Optional.empty();
  }
}
