// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A handler's row. */
@Entity
class Handler {
  /** {@code Chain:0x…} */
  @Id private String id;

  /** For the foreign key. */
  @SuppressWarnings("UnusedVariable")
  private String chain;

  private @Nullable String token;
  private int decimals;

  /** What the asset's mode is called, or NONE. */
  private String mode;

  /** Empty without an asset. */
  private String artifact;

  @Enumerated(EnumType.STRING)
  private Status status;

  private Instant at;

  /** Null until stored; that is how an assigned key is known to be new without a SELECT. */
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected Handler() {}

  Handler(HandlerState first) {
    this();
    become(first);
  }

  final Handler become(HandlerState wanted) {
    id = wanted.handler().toString();
    chain = wanted.handler().chain().value();
    Asset asset = wanted.asset().orElse(null);
    token = asset == null ? null : asset.token().hex();
    decimals = wanted.decimals();
    mode = Terms.modeOf(asset);
    artifact = Terms.artifactOf(asset);
    status = wanted.status();
    at = wanted.at().truncatedTo(ChronoUnit.MICROS);
    return this;
  }

  boolean says(HandlerState wanted) {
    return state(wanted.at()).equals(wanted);
  }

  HandlerState state() {
    return state(at);
  }

  private HandlerState state(Instant when) {
    HandlerId handler = HandlerId.parse(id);
    return token == null
        ? HandlerState.ofMessages(handler, status, when)
        : new HandlerState(
            handler,
            new EvmAddress(token),
            decimals,
            SettlementMode.valueOf(mode),
            artifact,
            status,
            when);
  }
}
