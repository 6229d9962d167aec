// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.registry.RegistryView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose signatures a chain accepts. */
final class ValidatorSets {
  private final RegistryView registry;

  ValidatorSets(RegistryView registry) {
    this.registry = registry;
  }

  /** The sets that its verifier accepts now, the current one first; empty while none is known. */
  List<Signers> acceptedBy(ChainName chain) {
    return registry.validators(chain).stream().map(Signers::of).toList();
  }

  /** Everybody whose signature counts there, or may soon. */
  Set<EvmAddress> candidatesOf(ChainName chain) {
    return acceptedBy(chain).stream()
        .flatMap(set -> set.validators().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
