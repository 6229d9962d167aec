// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How a service reads one chain: its own nodes and its own copy of the addresses. An entry of
 * {@code settlement.chains[]}; what is left out gets the default named here.
 *
 * @param name canonical name; its bytes are hashed into txids and digests
 * @param family kind of chain; EVM
 * @param profile how the chain's contracts hash what is signed; V2
 * @param chainId EIP-155 chain id
 * @param rpcUrls HTTP JSON-RPC addresses, asked in this order
 * @param settlement the settlement contract
 * @param gasService the gas vault; none may be left out only where the profile is LEGACY, and is
 *     then the zero address, which no contract has
 * @param verifier the signature verifier
 * @param finality how settled a block must be before its logs are facts; FINALIZED
 * @param maxLogRange most blocks one eth_getLogs may span; 1000
 * @param timeout longest wait for one answer; 10 s
 * @param pollInterval pause between two looks at the head; 250 ms
 * @param legacy what contracts of profile LEGACY do not say; its own defaults
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
    LegacySettings legacy) {
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
    require(chainId > 0, name + ": chain-id must be positive");
    require(rpcUrls != null && !rpcUrls.isEmpty(), name + ": rpc-urls is empty");
    require(settlement != null, name + ": settlement is missing");
    gasService = gasService == null && profile == Profile.LEGACY ? NOWHERE : gasService;
    require(gasService != null, name + ": gas-service is missing");
    require(verifier != null, name + ": verifier is missing");
    require(maxLogRange > 0, name + ": max-log-range must be positive");
    require(timeout.isPositive(), name + ": timeout must be positive");
    require(pollInterval.isPositive(), name + ": poll-interval must be positive");
    rpcUrls = List.copyOf(rpcUrls);
    legacy = legacy == null ? LegacySettings.ofDefaults() : legacy;
  }

  /** Whether messages can be prepaid on this chain. */
  public boolean hasGasService() {
    return !gasService.equals(NOWHERE);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("settlement.chains: " + otherwise);
    }
  }
}
