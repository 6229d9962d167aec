// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Declaration;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.onboarding.Applicants.Applicant;
import io.settlement.registry.onboarding.Applicants.ChainNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chain that is measured, or a handler on it that is tried.
 *
 * @param subject the chain's application's id, or its name where it has none; the handler's id
 * @param chainId EIP-155 chain id
 * @param providers none where nobody named a node of it
 * @param applicant null for a chain in use without an application
 * @param handler null when the chain itself is measured
 */
record Measured(
    String subject,
    ChainName chain,
    long chainId,
    List<ChainNode> providers,
    @Nullable Applicant applicant,
    @Nullable HandlerState handler) {
  /** Keeps its own copy. */
  Measured {
    providers = List.copyOf(providers);
  }

  static Measured of(Applicant applicant) {
    return new Measured(
        applicant.application().toString(),
        applicant.chain(),
        applicant.chainId(),
        applicant.providers(),
        applicant,
        null);
  }

  /** A handler on this chain. */
  Measured with(HandlerState tried) {
    return new Measured(tried.handler().toString(), chain, chainId, providers, applicant, tried);
  }

  /** Whether its nodes are the operator's own. */
  boolean isOwn() {
    return applicant == null;
  }

  /**
   * What the suite is told: what its team declared, with the nodes and the name it is known by
   * here.
   *
   * @throws Problem when what was declared cannot be read, or nobody named a node
   */
  Declaration declaration() {
    if (providers.isEmpty()) {
      throw Problem.conflict("chain-not-asked", "no node of %s is known here".formatted(chain));
    }
    Declaration said = said();
    Declaration.Chain stated = said.chain();
    return new Declaration(
        new Declaration.Chain(
            Optional.of(chain.value()),
            Optional.of(chainId),
            stated.family(),
            stated.blockTime(),
            stated.timestampDrift(),
            stated.logLookback(),
            stated.blobs(),
            stated.freeGas()),
        said.finality(),
        providers.stream().map(Measured::declared).toList(),
        said.documents(),
        said.multisig(),
        said.explorer(),
        said.suite(),
        said.waivers());
  }

  private Declaration said() {
    if (applicant == null || applicant.declaration() == null) {
      return Declaration.ofProviders(List.of());
    }
    try {
      return Declaration.parse(applicant.declaration().toString());
    } catch (IllegalArgumentException e) {
      throw Problem.unprocessable("declaration-invalid", String.valueOf(e.getMessage()));
    }
  }

  private static Declaration.Provider declared(ChainNode provider) {
    return new Declaration.Provider(
        provider.url(),
        Optional.ofNullable(provider.webSocketUrl()),
        Optional.of(provider.operator()));
  }
}
