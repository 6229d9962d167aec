// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.value.TxId;
import io.settlement.relayer.attest.Claims.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes note of what is to be attested; the chain's own loop looks at it. */
final class Attester {
  private static final Logger log = LoggerFactory.getLogger(Attester.class);

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

  /** One transaction, three statements, however many facts. */
  void onMessages(List<MessageEvent> facts) {
    Instant now = clock.instant();
    List<Claim> told = facts.stream().map(Claim::of).flatMap(Optional::stream).toList();
    if (!told.isEmpty()) {
      add(told, now);
    }
    passOver(facts, now);
  }

  /** What others settled before this validator came to it. */
  private void passOver(List<MessageEvent> facts, Instant now) {
    Set<TxId> ended =
        facts.stream()
            .filter(MessageSettled.class::isInstance)
            .map(MessageEvent::txid)
            .collect(Collectors.toSet());
    int passed = claims.passOver(ended, now);
    if (passed > 0) {
      log.atInfo().addKeyValue("claims", passed).log("passed over: settled meanwhile");
    }
  }

  private void add(List<Claim> told, Instant now) {
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
