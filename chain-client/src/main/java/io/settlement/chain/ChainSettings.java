// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a service reads one chain: its own nodes and its own copy of the addresses. An entry of
 * {@code settlement.chains[]}; what is left out gets the default named here.
 *
 * @param name canonical name; its bytes are hashed into txids and digests
 * @param family kind of chain; EVM
 * @param profile how the chain's contracts hash what is signed; V2
 * @param chainId EIP-155 chain id
 * @param rpcUrls HTTP JSON-RPC addresses, the short form of {@code providers}; either is given
 * @param settlement the settlement contract
 * @param gasService the gas vault; none may be left out only where the profile is LEGACY, and is
 *     then the zero address, which no contract has
 * @param verifier the signature verifier
 * @param finality how settled a block must be before its logs are facts; FINALIZED
 * @param maxLogRange most blocks one eth_getLogs may span; 1000
 * @param timeout longest wait for one answer; 10 s
 * @param pollInterval pause between two looks at the head; 250 ms
 * @param legacy what contracts of profile LEGACY do not say; its own defaults
 * @param providers who runs the nodes; what {@code rpcUrls} names
 * @param nodes how they are judged and used; the usual policy
 * @param confirmations blocks that must stand, its own counted, before a block is final, instead of
 *     the tag {@code finality}; 0, by the tag
 */
public record ChainSettings(
    ChainName name,
    Family family,
    Profile profile,
    long chainId,
    List<URI> rpcUrls,
    EvmAddress settlement,
    EvmAddress gasService,
    EvmAddress verifier,
    FinalityTag finality,
    int maxLogRange,
    Duration timeout,
    Duration pollInterval,
    LegacySettings legacy,
    List<ProviderSettings> providers,
    NodePolicy nodes,
    int confirmations) {
  /** Where there is no contract. */
  public static final EvmAddress NOWHERE = new EvmAddress("0x" + "0".repeat(40));

  /** Fills in defaults, refuses what cannot work. Binding passes null for what is left out. */
  public ChainSettings {
    require(name != null, "a chain has no name");
    family = family == null ? Family.EVM : family;
    profile = profile == null ? Profile.V2 : profile;
    finality = finality == null ? FinalityTag.FINALIZED : finality;
    maxLogRange = maxLogRange == 0 ? 1000 : maxLogRange;
    timeout = timeout == null ? Duration.ofSeconds(10) : timeout;
    pollInterval = pollInterval == null ? Duration.ofMillis(250) : pollInterval;
    legacy = legacy == null ? LegacySettings.ofDefaults() : legacy;
    nodes = nodes == null ? NodePolicy.usual() : nodes;
    providers = providers(name, rpcUrls, providers);
    rpcUrls = providers.stream().map(ProviderSettings::url).toList();
    require(chainId > 0, name + ": chain-id must be positive");
    require(settlement != null, name + ": settlement is missing");
    gasService = gasService == null && profile == Profile.LEGACY ? NOWHERE : gasService;
    require(gasService != null, name + ": gas-service is missing");
    require(verifier != null, name + ": verifier is missing");
    require(maxLogRange > 0, name + ": max-log-range must be positive");
    require(timeout.isPositive(), name + ": timeout must be positive");
    require(pollInterval.isPositive(), name + ": poll-interval must be positive");
    require(confirmations >= 0, name + ": confirmations must not be negative");
    require(
        nodes.quorumOf(providers.size()) <= providers.size(),
        name + ": nodes.quorum is more than there are providers");
  }

  /** With defaults for all the rest. */
  @SuppressWarnings("NullAway") // the constructor turns null into the default
  public static ChainSettings of(
      ChainName name,
      long chainId,
      List<URI> rpcUrls,
      EvmAddress settlement,
      EvmAddress gasService,
      EvmAddress verifier) {
    return new ChainSettings(
        name,
        null,
        null,
        chainId,
        rpcUrls,
        settlement,
        gasService,
        verifier,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /** The same with blocks final at another tag. */
  public ChainSettings withFinality(FinalityTag tag) {
    return new ChainSettings(
        name,
        family,
        profile,
        chainId,
        rpcUrls,
        settlement,
        gasService,
        verifier,
        tag,
        maxLogRange,
        timeout,
        pollInterval,
        legacy,
        providers,
        nodes,
        confirmations);
  }

  /** The same with other limits: blocks of one eth_getLogs, longest wait, pause between looks. */
  public ChainSettings withPace(int blocks, Duration longestWait, Duration pause) {
    return new ChainSettings(
        name,
        family,
        profile,
        chainId,
        rpcUrls,
        settlement,
        gasService,
        verifier,
        finality,
        blocks,
        longestWait,
        pause,
        legacy,
        providers,
        nodes,
        confirmations);
  }

  /** The same with blocks final when so many stand, their own counted; 0 goes by the tag. */
  public ChainSettings withConfirmations(int blocks) {
    return new ChainSettings(
        name,
        family,
        profile,
        chainId,
        rpcUrls,
        settlement,
        gasService,
        verifier,
        finality,
        maxLogRange,
        timeout,
        pollInterval,
        legacy,
        providers,
        nodes,
        blocks);
  }

  /** The same through other providers, judged and used by another policy. */
  public ChainSettings withProviders(List<ProviderSettings> others, NodePolicy policy) {
    return new ChainSettings(
        name,
        family,
        profile,
        chainId,
        others.stream().map(ProviderSettings::url).toList(),
        settlement,
        gasService,
        verifier,
        finality,
        maxLogRange,
        timeout,
        pollInterval,
        legacy,
        others,
        policy,
        confirmations);
  }

  /** The same with contracts of another profile. */
  public ChainSettings withProfile(Profile other, LegacySettings itsWays) {
    return new ChainSettings(
        name,
        family,
        other,
        chainId,
        rpcUrls,
        settlement,
        gasService,
        verifier,
        finality,
        maxLogRange,
        timeout,
        pollInterval,
        itsWays,
        providers,
        nodes,
        confirmations);
  }

  /** Whether messages can be prepaid on this chain. */
  public boolean hasGasService() {
    return !gasService.equals(NOWHERE);
  }

  /** How many providers must give the same answer before it is a fact. */
  public int quorum() {
    return nodes.quorumOf(providers.size());
  }

  private static List<ProviderSettings> providers(
      ChainName name, List<URI> urls, List<ProviderSettings> providers) {
    List<URI> shortForm = urls == null ? List.of() : urls;
    if (providers == null || providers.isEmpty()) {
      require(!shortForm.isEmpty(), name + ": rpc-urls is empty");
      return named(name, shortForm.stream().map(ProviderSettings::of).toList());
    }
    require(
        shortForm.isEmpty()
            || shortForm.equals(providers.stream().map(ProviderSettings::url).toList()),
        name + ": give either rpc-urls or providers");
    return named(name, providers);
  }

  /** Two addresses may share host and port; two providers may not share a name. */
  private static List<ProviderSettings> named(ChainName name, List<ProviderSettings> providers) {
    Map<String, Integer> used = new HashMap<>();
    List<ProviderSettings> named = new ArrayList<>(providers.size());
    for (ProviderSettings provider : providers) {
      int before = used.merge(provider.name(), 1, Integer::sum);
      named.add(before == 1 ? provider : provider.named(provider.name() + "#" + before));
    }
    Set<String> names = named.stream().map(ProviderSettings::name).collect(Collectors.toSet());
    require(names.size() == named.size(), name + ": two providers have the same name");
    return List.copyOf(named);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("settlement.chains: " + otherwise);
    }
  }

  /** Without the addresses of nodes, which may hold access tokens. */
  @Override
  public String toString() {
    return "chain " + name + " through " + providers;
  }
}
