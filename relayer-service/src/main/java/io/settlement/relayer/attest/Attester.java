// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.MessageEvent;
import io.settlement.relayer.attest.Claims.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes note of what is to be attested; the chain's own loop looks at it. */
final class Attester {
  private final Claims claims;
  private final Attesters loops;
  private final Openings openings;
  private final Clock clock;

  Attester(Claims claims, Attesters loops, Openings openings, Clock clock) {
    this.claims = claims;
    this.loops = loops;
    this.openings = openings;
    this.clock = clock;
  }

  /** One transaction, two statements, however many facts. */
  void onMessages(List<MessageEvent> facts) {
    List<Claim> told = facts.stream().map(Claim::of).flatMap(Optional::stream).toList();
    if (told.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    claims.add(told, now);
    List<Refused> unknown =
        told.stream()
            .filter(claim -> !isWatched(claim))
            .map(claim -> new Refused(claim, Refusal.CHAIN_UNKNOWN))
            .toList();
    claims.refused(unknown, now);
    wakeLoopsAfterCommit(unknown);
  }

  private boolean isWatched(Claim claim) {
    return loops.isWatched(claim.ref().chain());
  }

  /** A chain that was told meanwhile could not see what was being refused for want of it. */
  private void wakeLoopsAfterCommit(List<Refused> unknown) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            if (unknown.stream().map(Refused::claim).anyMatch(claim -> isWatched(claim))) {
              openings.ring();
            }
            loops.wake();
          }
        });
  }
}
