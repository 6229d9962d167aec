// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.value.ChainName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands.
 *
 * @param owner the partner that handed it in
 * @param callAt when the call is or was
 * @param enteredAt since when it is in this stage
 * @param deployments what its team deployed, by network
 */
record Application(
    UUID id,
    String owner,
    OnboardingStage stage,
    Paper paper,
    @Nullable Instant callAt,
    Instant appliedAt,
    Instant enteredAt,
    Map<Paper.Network, Paper.Deployment> deployments) {
  /** Keeps its own copy. */
  Application {
    deployments = Map.copyOf(deployments);
  }

  Application with(Map<Paper.Network, Paper.Deployment> others) {
    return new Application(id, owner, stage, paper, callAt, appliedAt, enteredAt, others);
  }

  ChainName chain() {
    return paper.chain();
  }

  /** What was deployed on a network, with the application's word where it says nothing itself. */
  Optional<Deployed> deployment(Paper.Network network) {
    return Optional.ofNullable(deployments.get(network)).map(one -> one.completedBy(paper));
  }

  boolean isOpen() {
    return !Transitions.ENDS.contains(stage);
  }
}
