// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Reason;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.limit.Stops;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a final block was really replaced. A node that is syncing, behind, or alone with
 * its view is not believed; what a quorum still says after a while is a reorganisation below
 * finality: the chain is stopped, and not read until an operator ends the stop.
 */
final class ReorgGuard {
  private static final Logger log = LoggerFactory.getLogger(ReorgGuard.class);
  private static final int LOOKS = 3;

  /** What it keeps and tells. */
  record Desk(
      DeepReorganisations reorganisations,
      Stops stops,
      ObserverMetrics metrics,
      ObserverSettings settings,
      Clock clock) {}

  private final Sources sources;
  private final FinalityPolicy policy;
  private final Desk desk;
  private @Nullable Instant suspectedSince;
  private int looks;
  private boolean loaded;
  private @Nullable DeepReorganisation known;

  ReorgGuard(Sources sources, FinalityPolicy policy, Desk desk) {
    this.sources = sources;
    this.policy = policy;
    this.desk = desk;
  }

  ObserverMetrics metrics() {
    return desk.metrics();
  }

  Instant now() {
    return desk.clock().instant();
  }

  /** Whether the chain may not be read. */
  synchronized boolean isHalted() {
    boolean halted = reorganisation().isPresent() && isStopped();
    desk.metrics().halted(chain(), halted);
    return halted;
  }

  /** A reorganisation that an operator has looked at: the chain is to be read again from below. */
  synchronized Optional<DeepReorganisation> released() {
    return reorganisation().filter(one -> !isStopped());
  }

  /** It was read again from below. */
  synchronized void settled() {
    desk.reorganisations().remove(chain());
    known = null;
    agreed();
    log.atWarn().addKeyValue("chain", chain()).log("reading goes on, by an operator's word");
  }

  /** The chain and what was read of it agree. */
  synchronized void agreed() {
    suspectedSince = null;
    looks = 0;
  }

  /** What stops the chain; empty when all is well. */
  synchronized Optional<DeepReorganisation> reorganisation() {
    if (!loaded) {
      known = desk.reorganisations().find(chain()).orElse(null);
      loaded = true;
    }
    return Optional.ofNullable(known);
  }

  /** A final block is another one, as one node tells. */
  synchronized void onContradiction(PointReplaced seen) {
    if (reorganisation().isPresent() || !isBelievable(seen)) {
      return;
    }
    Instant now = desk.clock().instant();
    Instant since = suspectedSince == null ? now : suspectedSince;
    suspectedSince = since;
    looks++;
    if (looks >= LOOKS && !since.plus(desk.settings().reorgConfirmation()).isAfter(now)) {
      declare(new DeepReorganisation(chain(), seen.number(), seen.was(), seen.found(), now));
    } else {
      log.atWarn().addKeyValue("chain", chain()).log("looked at again: {}", seen.getMessage());
    }
  }

  private boolean isBelievable(PointReplaced seen) {
    String doubt = doubt(seen);
    if (doubt != null) {
      log.atWarn()
          .addKeyValue("chain", chain())
          .log("no reorganisation, {}: {}", doubt, seen.getMessage());
      agreed();
    }
    return doubt == null;
  }

  private @Nullable String doubt(PointReplaced seen) {
    if (sources.any().isSyncing()) {
      return "the node is still syncing";
    }
    if (policy.finalHead(sources.agreed()).number() < seen.number()) {
      return "the block is not final for the node";
    }
    BlockRef agreed = sources.agreed().blocks(List.of(seen.number())).getFirst();
    return agreed.hash().equals(seen.was()) ? "one node is alone with its view" : null;
  }

  /** The stop first: what is recorded and not stopped has been looked at. */
  private void declare(DeepReorganisation found) {
    desk.stops().stop(Scope.CHAIN, chain().value(), Reason.REORG, found.told(), "observer");
    desk.reorganisations().add(found);
    known = found;
    desk.metrics().halted(chain(), true);
    log.atError()
        .addKeyValue("chain", chain())
        .log("stopped, nothing is read from it or sent to it: {}", found.told());
  }

  private boolean isStopped() {
    return desk.stops().now().everything(chain()).isPresent();
  }

  private ChainName chain() {
    return sources.any().settings().name();
  }
}
