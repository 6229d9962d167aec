// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A chain's row. */
@Entity
class Chain {
  @Id private String name;

  @Enumerated(EnumType.STRING)
  private Family family;

  @Enumerated(EnumType.STRING)
  private Profile profile;

  private long chainId;
  private String settlement;
  private String gasService;
  private String verifier;

  /** Which of Bitcoin's networks; null for a chain of family EVM. */
  private @Nullable String network;

  @Enumerated(EnumType.STRING)
  private Status status;

  private Instant at;

  /** Null until stored; that is how an assigned key is known to be new without a SELECT. */
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected Chain() {}

  Chain(ChainState first) {
    this();
    become(first);
  }

  final Chain become(ChainState wanted) {
    name = wanted.chain().value();
    family = wanted.family();
    profile = wanted.profile();
    chainId = wanted.chainId();
    settlement = wanted.settlement().hex();
    gasService = wanted.gasService().hex();
    verifier = wanted.verifier().hex();
    network = wanted.network();
    status = wanted.status();
    at = wanted.at().truncatedTo(ChronoUnit.MICROS);
    return this;
  }

  boolean says(ChainState wanted) {
    return state(wanted.at()).equals(wanted);
  }

  ChainState state() {
    return state(at);
  }

  private ChainState state(Instant when) {
    return new ChainState(
        new ChainName(name),
        family,
        profile,
        chainId,
        new EvmAddress(settlement),
        new EvmAddress(gasService),
        new EvmAddress(verifier),
        status,
        when,
        network);
  }
}
