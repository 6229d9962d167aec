// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.value.ChainName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who applied, for those who measure chains. */
public interface Applicants {

  /** An application by its id. */
  Optional<Applicant> find(UUID application);

  /** The application by which a chain is in use, or was until it was suspended. */
  Optional<Applicant> inUse(ChainName chain);

  /** Applications that have neither ended nor are live, and those that are suspended. */
  List<Applicant> underWay();

  /** Applications whose chains are live. */
  List<Applicant> live();

  /**
   * What is needed to measure a chain: of its main network once it is deployed there.
   *
   * @param owner the partner that handed the application in
   * @param declaration what the conformance suite is told, as it stands; null when left out
   */
  record Applicant(
      UUID application,
      String owner,
      OnboardingStage stage,
      ChainName chain,
      long chainId,
      List<ChainNode> providers,
      @Nullable JsonNode declaration) {
    /** Keeps its own copy. */
    public Applicant {
      providers = List.copyOf(providers);
    }

    /** Whether it is neither refused nor taken back nor retired. */
    public boolean isOpen() {
      return !Transitions.ENDS.contains(stage);
    }
  }

  /**
   * Who answers for a chain.
   *
   * @param url JSON-RPC over HTTP; may hold an access token, never to be logged
   * @param webSocketUrl JSON-RPC over WebSocket
   */
  record ChainNode(URI url, @Nullable URI webSocketUrl, String operator) {
    /** Without the addresses. */
    @Override
    public String toString() {
      return "provider " + operator;
    }
  }
}
