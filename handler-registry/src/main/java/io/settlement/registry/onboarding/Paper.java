// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a chain's team says of itself.
 *
 * @param chain the name contracts and the book will know it by
 * @param chainId EIP-155 chain id
 * @param providers who runs nodes of it
 * @param contacts who is asked
 * @param documents where finality, nodes, support and audits are described
 * @param declaration what the conformance suite is told, as it stands
 */
record Paper(
    @NotNull ChainName chain,
    @NotNull @Positive Long chainId,
    @NotEmpty @Size(max = 16) List<@NotNull @Valid Provider> providers,
    @NotEmpty @Size(max = 16) List<@NotNull @Valid Contact> contacts,
    @Nullable @Size(max = 64) List<@NotNull @Valid Document> documents,
    @Nullable JsonNode declaration) {
  /** Keeps its own copies. */
  Paper {
    providers = providers == null ? List.of() : List.copyOf(providers);
    contacts = contacts == null ? List.of() : List.copyOf(contacts);
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  /**
   * Who runs a node.
   *
   * @param url JSON-RPC over HTTP; may hold an access token, and is never logged
   * @param webSocketUrl JSON-RPC over WebSocket
   */
  record Provider(
      @NotNull URI url, @Nullable URI webSocketUrl, @NotBlank @Size(max = 80) String operator) {
    /** Without the addresses, which may hold access tokens. */
    @Override
    public String toString() {
      return "provider " + operator;
    }
  }

  /** A person or a desk. */
  record Contact(
      @NotBlank @Size(max = 120) String name, @NotBlank @Email @Size(max = 200) String email) {}

  /**
   * A document.
   *
   * @param kind for instance full-node, archive-node, finality, support, audit
   */
  record Document(@NotBlank @Size(max = 60) String kind, @NotNull URI url) {}

  /** Which of a chain's networks. */
  enum Network {
    TESTNET,
    MAINNET
  }

  /**
   * Where contracts were deployed.
   *
   * @param chain the network's name in the book; the application's when left out
   * @param chainId the network's EIP-155 chain id; the application's when left out
   * @param providers the network's nodes; the application's when left out
   */
  record Deployment(
      @Nullable ChainName chain,
      @Nullable @Positive Long chainId,
      @Nullable @Size(max = 16) List<@NotNull @Valid Provider> providers,
      @NotNull EvmAddress settlement,
      @NotNull EvmAddress verifier,
      @NotNull EvmAddress gasService,
      @NotEmpty @Size(max = 16) List<@NotNull @Valid StatedHandler> handlers) {
    /** Keeps its own copies. */
    Deployment {
      providers = providers == null ? List.of() : List.copyOf(providers);
      handlers = handlers == null ? List.of() : List.copyOf(handlers);
    }

    /** With the application's word where it says nothing itself. */
    Deployed completedBy(Paper paper) {
      return new Deployed(
          Objects.requireNonNullElse(chain, paper.chain()),
          Objects.requireNonNullElse(chainId, paper.chainId()),
          providers == null || providers.isEmpty() ? paper.providers() : providers,
          settlement,
          verifier,
          gasService,
          handlers);
    }
  }

  /**
   * A handler as its deployer states it.
   *
   * @param decimals of its token
   * @param counterparts the handlers it speaks with on other chains
   */
  record StatedHandler(
      @NotNull EvmAddress address,
      @NotNull EvmAddress token,
      @NotNull @Min(0) @Max(36) Integer decimals,
      @NotNull SettlementMode mode,
      @NotEmpty @Size(max = 16) List<@NotNull HandlerId> counterparts) {
    /** Keeps its own copy. */
    StatedHandler {
      counterparts = counterparts == null ? List.of() : List.copyOf(counterparts);
    }
  }
}
