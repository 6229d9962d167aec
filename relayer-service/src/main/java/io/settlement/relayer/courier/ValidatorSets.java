// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.registry.RegistryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose signatures a chain accepts: what its verifier says; the registry's word while that was not
 * read yet.
 */
final class ValidatorSets {
  private final RegistryView registry;
  private final Map<ChainName, OnChain> onChain = new ConcurrentHashMap<>();

  ValidatorSets(RegistryView registry) {
    this.registry = registry;
  }

  /**
   * What a verifier says.
   *
   * @param epoch of the current set
   * @param previous the set before, which still counts; empty when none does
   * @param until how long the previous one counts, on the chain's clock
   * @param next who is announced; empty when nobody is
   */
  record OnChain(
      int epoch, Signers current, Optional<Signers> previous, Instant until, Set<EvmAddress> next) {
    /** Whether other signatures count than before. */
    boolean differsFrom(OnChain before) {
      return epoch != before.epoch
          || !current.equals(before.current)
          || !previous.equals(before.previous);
    }
  }

  /** Remembers what a verifier says; whether other signatures count than before. */
  boolean follow(ChainName chain, OnChain read) {
    OnChain before = onChain.put(chain, read);
    return before == null || read.differsFrom(before);
  }

  /** The sets that its verifier accepts now, the current one first; empty while none is known. */
  List<Signers> acceptedBy(ChainName chain) {
    OnChain read = onChain.get(chain);
    if (read == null) {
      return registry.validators(chain).stream().map(Signers::of).toList();
    }
    List<Signers> accepted = new ArrayList<>(List.of(read.current()));
    read.previous().ifPresent(accepted::add);
    return accepted;
  }

  /** Everybody whose signature counts there, or may soon. */
  Set<EvmAddress> candidatesOf(ChainName chain) {
    Set<EvmAddress> candidates = new HashSet<>();
    acceptedBy(chain).forEach(set -> candidates.addAll(set.validators()));
    registry.validators(chain).map(ValidatorSetState::validators).ifPresent(candidates::addAll);
    Optional.ofNullable(onChain.get(chain)).map(OnChain::next).ifPresent(candidates::addAll);
    return candidates;
  }
}
