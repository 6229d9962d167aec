// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.proof.Imbalances.Imbalance;
import io.settlement.artifact.proof.ReserveProof.Proof;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.ArtifactEvent.MintingPauseWanted;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises an imbalance when something stays wrong, with an order to a guardian for each chain where
 * the artifact can still be minted, and ends it when nothing is wrong any more. Nothing here stops
 * a redemption.
 */
@Component
class Alarm {
  private static final Logger log = LoggerFactory.getLogger(Alarm.class);

  private final Imbalances imbalances;
  private final Outbox outbox;
  private final ProofSettings settings;
  private final Clock clock;

  Alarm(Imbalances imbalances, Outbox outbox, ProofSettings settings, Clock clock) {
    this.imbalances = imbalances;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether the artifact is in balance as far as anybody was told. */
  @Transactional
  boolean judge(Proof proof) {
    String artifact = proof.primitive().artifact();
    Instant now = clock.instant();
    imbalances.hold(artifact);
    List<Finding> aged =
        imbalances.aged(artifact, proof.findings(), now, now.minus(settings.patience()));
    Optional<Imbalance> open = imbalances.open(artifact);
    if (!aged.isEmpty() && open.isEmpty()) {
      outbox.append(raise(proof, aged, now));
      return false;
    }
    if (proof.findings().isEmpty() && open.isPresent()) {
      imbalances.clear(artifact, now);
      outbox.append(List.of(new ImbalanceCleared(artifact, now)));
      log.atInfo().addKeyValue("artifact", artifact).log("reserves prove again");
      return true;
    }
    return open.isEmpty();
  }

  private List<ArtifactEvent> raise(Proof proof, List<Finding> aged, Instant now) {
    String artifact = proof.primitive().artifact();
    String detail = aged.stream().map(Finding::detail).collect(Collectors.joining(" | "));
    long number = imbalances.raise(artifact, aged, proof.sums().difference(), now);
    log.atError().addKeyValue("artifact", artifact).log("reserves do not prove: {}", detail);
    List<ArtifactEvent> news = new ArrayList<>();
    news.add(new ImbalanceRaised(artifact, proof.sums().difference(), detail, now));
    for (ChainSupply chain : proof.chains()) {
      if (!chain.mintingPaused()) {
        news.add(
            new MintingPauseWanted(artifact, chain.chain(), chain.token(), number, detail, now));
      }
    }
    return news;
  }
}
