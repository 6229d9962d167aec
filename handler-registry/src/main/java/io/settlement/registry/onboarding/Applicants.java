// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

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

  /**
   * What is needed to measure a chain.
   *
   * @param owner the partner that handed the application in
   * @param providers HTTP addresses; may hold access tokens, never to be logged
   * @param declaration what the conformance suite is told, as it stands; null when left out
   */
  record Applicant(
      UUID application,
      String owner,
      ChainName chain,
      long chainId,
      List<URI> providers,
      @Nullable JsonNode declaration) {
    /** Keeps its own copy. */
    public Applicant {
      providers = List.copyOf(providers);
    }
  }
}
