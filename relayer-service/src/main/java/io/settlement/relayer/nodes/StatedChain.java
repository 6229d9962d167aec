// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.NodePolicy;
import io.settlement.chain.ProviderSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a chain while the process runs; its contracts are of profile V2.
 *
 * @param chainId EIP-155 chain id
 * @param providers its nodes
 * @param quorum how many of them must give the same answer before it is a fact; more than half when
 *     left out
 * @param finality how settled a block must be; FINALIZED when left out
 * @param confirmations blocks that must stand, its own counted, instead of that tag; 0 when left
 *     out, by the tag
 * @param maxLogRange most blocks of one eth_getLogs; 1000 when left out
 * @param settlement the settlement contract
 * @param gasService the gas vault
 * @param verifier the signature verifier
 */
public record StatedChain(
    @Positive long chainId,
    @NotEmpty @Size(max = 16) List<@NotNull @Valid Provider> providers,
    @Nullable @Min(1) Integer quorum,
    @Nullable FinalityTag finality,
    @Nullable @Min(0) @Max(100_000) Integer confirmations,
    @Nullable @Min(1) Integer maxLogRange,
    @NotNull EvmAddress settlement,
    @NotNull EvmAddress gasService,
    @NotNull EvmAddress verifier) {
  /** Keeps its own copy. */
  public StatedChain {
    providers = providers == null ? List.of() : List.copyOf(providers);
  }

  /**
   * A node.
   *
   * @param url HTTP JSON-RPC; may hold an access token, and is never shown
   * @param webSocketUrl where new blocks are announced; nowhere when left out
   */
  public record Provider(@NotNull URI url, @Nullable URI webSocketUrl) {
    private ProviderSettings settings() {
      return new ProviderSettings("", url, webSocketUrl, 0, 0);
    }

    /** Without the addresses. */
    @Override
    public String toString() {
      return String.valueOf(url.getHost());
    }
  }

  /**
   * The same as if it were configured.
   *
   * @throws IllegalArgumentException when it cannot work
   */
  public ChainSettings settings(ChainName name) {
    ChainSettings usual =
        ChainSettings.of(
            name,
            chainId,
            providers.stream().map(Provider::url).toList(),
            settlement,
            gasService,
            verifier);
    return usual
        .withProviders(providers.stream().map(Provider::settings).toList(), policy(usual.nodes()))
        .withFinality(Objects.requireNonNullElse(finality, usual.finality()))
        .withConfirmations(Objects.requireNonNullElse(confirmations, 0))
        .withPace(
            Objects.requireNonNullElse(maxLogRange, usual.maxLogRange()),
            usual.timeout(),
            usual.pollInterval());
  }

  private NodePolicy policy(NodePolicy usual) {
    return new NodePolicy(
        Objects.requireNonNullElse(quorum, 0),
        usual.failures(),
        usual.leftOutFor(),
        usual.maxLag(),
        usual.stalledAfter(),
        usual.hedgeAfter(),
        usual.concurrency(),
        usual.probeInterval());
  }

  /** Whether it is the same chain with the same contracts, through whatever nodes. */
  boolean hasContractsOf(StatedChain other) {
    return chainId == other.chainId
        && settlement.equals(other.settlement)
        && gasService.equals(other.gasService)
        && verifier.equals(other.verifier);
  }
}
