// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.MayBeAbsent;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * A chain. One of family BITCOIN has no contracts: its chain id is 0 and its addresses are zero.
   *
   * @param chainId EIP-155 chain id
   * @param settlement the settlement contract
   * @param gasService the gas vault; the zero address where a chain of profile LEGACY has none
   * @param verifier the signature verifier
   * @param network which of Bitcoin's networks: main, test, testnet4, signet or regtest; null for a
   *     chain of family EVM
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
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String network)
      implements RegistryEvent {
    private static final Set<String> NETWORKS =
        Set.of("main", "test", "testnet4", "signet", "regtest");
    private static final EvmAddress NOWHERE = new EvmAddress("0x" + "0".repeat(40));

    /**
     * @throws InvalidValue when a chain of family BITCOIN names no network of Bitcoin's, or an EVM
     *     chain names one
     */
    public ChainState {
      if (family == Family.BITCOIN
          ? network == null || !NETWORKS.contains(network)
          : network != null) {
        throw new InvalidValue("network", String.valueOf(network));
      }
    }

    /** One with contracts. */
    public ChainState(
        ChainName chain,
        Family family,
        Profile profile,
        long chainId,
        EvmAddress settlement,
        EvmAddress gasService,
        EvmAddress verifier,
        Status status,
        Instant at) {
      this(chain, family, profile, chainId, settlement, gasService, verifier, status, at, null);
    }

    /** Bitcoin, by the name that contracts know it by. */
    public static ChainState bitcoin(ChainName chain, String network, Status status, Instant at) {
      return new ChainState(
          chain, Family.BITCOIN, Profile.V2, 0, NOWHERE, NOWHERE, NOWHERE, status, at, network);
    }

    @Override
    public String key() {
      return "chain:" + chain;
    }
  }

  /**
   * What a handler moves.
   *
   * @param token of the handler's chain; the zero address where a vault holds Bitcoin's own coin
   * @param decimals digits after the point of that token
   * @param mode what the handler does with tokens it sends
   * @param artifact the artifact whose books the token belongs to
   */
  record Asset(EvmAddress token, int decimals, SettlementMode mode, String artifact) {}

  /**
   * A handler. Token, mode and artifact are null together, and decimals 0, for one that carries
   * messages and moves no token.
   *
   * @param token of the handler's chain; the zero address where a vault holds Bitcoin's own coin
   * @param decimals digits after the point of that token
   * @param mode what the handler does with tokens it sends
   * @param artifact the artifact whose books the token belongs to
   */
  @JsonTypeName("HandlerState")
  record HandlerState(
      HandlerId handler,
      @Nullable EvmAddress token,
      int decimals,
      @Nullable SettlementMode mode,
      @Nullable String artifact,
      Status status,
      Instant at)
      implements RegistryEvent {
    /**
     * @throws InvalidValue when it says something of a token but not all
     */
    public HandlerState {
      boolean none = token == null && mode == null && artifact == null && decimals == 0;
      boolean all = token != null && mode != null && artifact != null;
      if (!none && !all) {
        throw new InvalidValue("asset", "a handler has token, mode and artifact, or none of them");
      }
    }

    /** One that moves no token. */
    public static HandlerState ofMessages(HandlerId handler, Status status, Instant at) {
      return new HandlerState(handler, null, 0, null, null, status, at);
    }

    /** What it moves; empty when it only carries messages. */
    @JsonIgnore
    public Optional<Asset> asset() {
      return token == null || mode == null || artifact == null
          ? Optional.empty()
          : Optional.of(new Asset(token, decimals, mode, artifact));
    }

    @Override
    public String key() {
      return "handler:" + handler;
    }
  }

  /**
   * One direction between two handlers; only an ACTIVE one admits messages.
   *
   * @param finality how deep a message of this route must be by its amount, smallest amount first;
   *     what is above the last, and what moves no token, waits for its chain's own finality
   */
  @JsonTypeName("RouteState")
  record RouteState(
      RouteId route,
      Status status,
      @MayBeAbsent("in facts written before routes had tiers: there are none")
          List<FinalityTier> finality,
      Instant at)
      implements RegistryEvent {
    /** Keeps its own copy; who wrote before there were tiers wrote none. */
    @SuppressWarnings("NullAway") // absent in facts written earlier
    public RouteState {
      finality = finality == null ? List.of() : List.copyOf(finality);
    }

    /** One whose messages all wait for their chain's own finality. */
    public RouteState(RouteId route, Status status, Instant at) {
      this(route, status, List.of(), at);
    }

    /** The tier of an amount; empty when its chain's own finality applies. */
    public Optional<FinalityTier> tierOf(TokenAmount amount) {
      return finality.stream().filter(tier -> amount.compareTo(tier.upTo()) <= 0).findFirst();
    }

    @Override
    public String key() {
      return "route:" + route;
    }
  }

  /**
   * Who signs for a destination.
   *
   * @param epoch number of the set on its chain; a later set has a larger one
   * @param required how many distinct signatures make a quorum certificate
   * @param validators the addresses they sign with
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

  /** Where an application to take part stands. */
  enum OnboardingStage {
    /** Handed in; nobody has looked at it. */
    APPLIED,
    /** Being read and commented on. */
    REVIEWING,
    /** A call with the chain's team has a time. */
    CALL_SCHEDULED,
    /** The chain is measured against the requirements. */
    CONFORMANCE,
    /** Contracts, integration and messages are tried. */
    TESTNET,
    /** The contracts of the main network are as released. */
    MAINNET_DEPLOYED,
    /** In use, and watched. */
    LIVE,
    /** Was live; stopped for now. */
    SUSPENDED,
    /** Was live; gone for good. */
    RETIRED,
    /** Refused. */
    REJECTED,
    /** Taken back by who handed it in. */
    WITHDRAWN
  }

  /**
   * Where a chain's application stands.
   *
   * @param application its id
   * @param chainId EIP-155 chain id it was handed in for
   * @param done steps that were passed or waived, in the order of the procedure
   */
  @JsonTypeName("OnboardingState")
  record OnboardingState(
      String application,
      ChainName chain,
      long chainId,
      OnboardingStage stage,
      List<String> done,
      Instant at)
      implements RegistryEvent {
    /** Keeps its own copy. */
    public OnboardingState {
      done = List.copyOf(done);
    }

    @Override
    public String key() {
      return "onboarding:" + application;
    }
  }

  /**
   * Something on a chain that is not as it was admitted.
   *
   * @param what for instance settlement.code or verifier.required
   * @param expected when it was admitted
   * @param found now
   */
  record Drift(String what, String expected, String found) {}

  /**
   * How a chain or a handler differs on chain from what was admitted.
   *
   * @param subject a chain's name, or a handler as {@code Chain:0x…}
   * @param drifted empty when it is as it was admitted
   */
  @JsonTypeName("DriftState")
  record DriftState(String subject, List<Drift> drifted, Instant at) implements RegistryEvent {
    /** Keeps its own copy. */
    public DriftState {
      drifted = List.copyOf(drifted);
    }

    @Override
    public String key() {
      return "drift:" + subject;
    }
  }

  /**
   * A node of a chain that services may read.
   *
   * @param url JSON-RPC over HTTP; without a secret, everybody reads this
   * @param webSocketUrl JSON-RPC over WebSocket; null when it has none
   */
  record NodeAddress(String url, @Nullable String webSocketUrl) {}

  /**
   * Nodes of a chain, admitted by an operator. A service whose own configuration names the chain
   * goes by that; another reads the chain through these where its operator allows it.
   *
   * @param providers none any more when it is empty
   * @param confirmations blocks that must stand before a block is final; 0 goes by the chain's
   *     finalized tag
   */
  @JsonTypeName("NodesState")
  record NodesState(ChainName chain, List<NodeAddress> providers, int confirmations, Instant at)
      implements RegistryEvent {
    /** Keeps its own copy. */
    public NodesState {
      providers = List.copyOf(providers);
    }

    @Override
    public String key() {
      return "nodes:" + chain;
    }
  }

  /**
   * How much a route on probation may carry. It only adds to the limits that operators set, and
   * grows with each clean day.
   *
   * @param token on the source chain
   * @param amount in any window, smallest unit; null when the last stage is passed and nothing is
   *     limited any more
   * @param windowSeconds how long a window is
   * @param stage counted from 0; as many as there are when the last one is passed
   * @param stages how many there are
   * @param why it is at this stage, for humans
   */
  @JsonTypeName("LimitState")
  record LimitState(
      RouteId route,
      EvmAddress token,
      @Nullable TokenAmount amount,
      long windowSeconds,
      int stage,
      int stages,
      String why,
      Instant at)
      implements RegistryEvent {

    @Override
    public String key() {
      return "limit:" + route;
    }
  }

  /** Whether a chain is fit, as its latest report says. */
  enum Fitness {
    /** Every mandatory requirement is met or waived. */
    FIT,
    /** A mandatory requirement is broken. */
    NOT_FIT,
    /** None is broken, but not all are known. */
    NOT_KNOWN
  }

  /**
   * What the latest complete conformance report says of a chain, or of a handler on it.
   *
   * @param subject the chain's application, or the chain's name where it has none; or the handler,
   *     as {@code Chain:0x…}
   * @param version of the report, from 1
   * @param met requirements that are met
   * @param broken requirements that are not, mandatory or not
   * @param waived requirements that an operator waived
   * @param unknown requirements that could not be looked at, or not for long enough
   * @param worse requirements that stand worse than in the report it is measured by; drift when it
   *     is not empty
   * @param digest SHA-256 of the report's canonical JSON, in hex
   */
  @JsonTypeName("ConformanceState")
  record ConformanceState(
      String subject,
      ChainName chain,
      int version,
      Fitness fitness,
      int met,
      int broken,
      int waived,
      int unknown,
      List<String> worse,
      String digest,
      Instant at)
      implements RegistryEvent {
    /** Keeps its own copy. */
    public ConformanceState {
      worse = List.copyOf(worse);
    }

    @Override
    public String key() {
      return "conformance:" + subject;
    }
  }

  /**
   * A token that a handler in the book moves, as its own contract names it. Others may have the
   * same symbol: the address is what it is known by.
   *
   * @param symbol printable ASCII
   * @param decimals digits after the point
   * @param handler one that moves it
   */
  @JsonTypeName("TokenState")
  record TokenState(
      ChainName chain, EvmAddress token, String symbol, int decimals, HandlerId handler, Instant at)
      implements RegistryEvent {

    @Override
    public String key() {
      return "token:" + HandlerId.of(chain, token);
    }
  }
}
