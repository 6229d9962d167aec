// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import java.time.Instant;
import java.util.List;

/**
 * The latest state of what may talk to whom. Compacted topic {@link Topics#REGISTRY}, writer
 * handler-registry; each fact replaces the one before it with the same key.
 */
public sealed interface RegistryEvent extends SuiteEvent {

  @Override
  default Topic<RegistryEvent> topic() {
    return Topics.REGISTRY_EVENTS;
  }

  /** How a chain speaks. */
  enum Profile {
    /** The deployed 0.1.0 contracts: packed digests (protocol 2.4). */
    LEGACY,
    /** Ours: EIP-712 digests (protocol 7.1). */
    V2
  }

  /** What kind of chain it is. */
  enum Family {
    /** Accounts and contracts. */
    EVM,
    /** Coins and scripts. */
    BITCOIN
  }

  /** Whether traffic may use it. */
  enum Status {
    /** In use. */
    ACTIVE,
    /** Stopped for now; messages in flight still end. */
    SUSPENDED,
    /** Gone for good. */
    RETIRED
  }

  /**
   * A chain.
   *
   * @param chainId EIP-155 chain id
   * @param settlement the settlement contract
   * @param gasService the gas vault
   * @param verifier the signature verifier
   */
  @JsonTypeName("ChainState")
  record ChainState(
      ChainName chain,
      Family family,
      Profile profile,
      long chainId,
      EvmAddress settlement,
      EvmAddress gasService,
      EvmAddress verifier,
      Status status,
      Instant at)
      implements RegistryEvent {
    @Override
    public String key() {
      return "chain:" + chain;
    }
  }

  /**
   * A handler.
   *
   * @param token the token it moves
   * @param decimals digits after the point of that token
   * @param mode what it does with tokens it sends
   * @param artifact the artifact whose books the token belongs to
   */
  @JsonTypeName("HandlerState")
  record HandlerState(
      HandlerId handler,
      EvmAddress token,
      int decimals,
      SettlementMode mode,
      String artifact,
      Status status,
      Instant at)
      implements RegistryEvent {
    @Override
    public String key() {
      return "handler:" + handler;
    }
  }

  /** One direction between two handlers; only an ACTIVE one admits messages. */
  @JsonTypeName("RouteState")
  record RouteState(RouteId route, Status status, Instant at) implements RegistryEvent {
    @Override
    public String key() {
      return "route:" + route;
    }
  }

  /**
   * Who signs for a destination.
   *
   * @param required how many distinct signatures make a quorum certificate
   */
  @JsonTypeName("ValidatorSetState")
  record ValidatorSetState(
      ChainName chain, long epoch, int required, List<EvmAddress> validators, Instant at)
      implements RegistryEvent {
    /** Keeps its own copy. */
    public ValidatorSetState {
      validators = List.copyOf(validators);
    }

    @Override
    public String key() {
      return "validators:" + chain;
    }
  }
}
