// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.PooledTransaction;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a lane's oldest transaction moving: it offers more on a schedule, within what was allowed
 * for it, and gives up its nonce when even that does not get it mined. Those behind it only wait
 * for it.
 */
final class Replacement {
  private static final Logger log = LoggerFactory.getLogger(Replacement.class);
  private static final Duration REPEAT_BROADCAST = Duration.ofSeconds(2);

  private final Lane lane;
  private final Lease lease;
  private final Crew crew;
  private final FeeDesk fees;
  private final SignerRest rest;
  private final LaneMeters meters;
  private final LaneSettings settings;

  Replacement(Lane lane, Lease lease, Crew crew, FeeDesk fees, SignerRest rest, LaneMeters meters) {
    this.lane = lane;
    this.lease = lease;
    this.crew = crew;
    this.fees = fees;
    this.rest = rest;
    this.meters = meters;
    this.settings = crew.settings();
  }

  /** Broadcasts what no node holds, and attends to the first in line. */
  void attend(Voyage voyage, Instant now) {
    boolean first = true;
    boolean pauseWaits = voyage.open().stream().anyMatch(Replacement::isPause);
    for (Flight flight : voyage.open()) {
      if (first && isOverdue(flight, now)) {
        improve(flight, pauseWaits, now);
      } else if (flight.isUnheard() && !flight.broadcastAt().plus(REPEAT_BROADCAST).isAfter(now)) {
        broadcast(flight);
      }
      first = false;
    }
  }

  private boolean isOverdue(Flight flight, Instant now) {
    return !flight.sentAt().plus(settings.resubmitAfter(flight.forms())).isAfter(now);
  }

  private static boolean isPause(Flight flight) {
    return flight.cargo().errand() == Errand.PAUSE_MINTING && !flight.isGivenUp();
  }

  private void improve(Flight flight, boolean pauseWaits, Instant now) {
    boolean late = flight.age(now).compareTo(settings.patience().cancelAfter()) >= 0;
    boolean inTheWay = pauseWaits && !isPause(flight) && isTooDear(flight);
    boolean asPause = isPause(flight) || inTheWay || (pauseWaits && flight.isGivenUp());
    if (!flight.isGivenUp() && (late || inTheWay)) {
      String why = late ? "it was not mined for " + flight.age(now) : "a pause waits behind it";
      giveUp(flight, why, asPause ? pausing() : usual(/* cap= */ null));
    } else {
      raise(flight, asPause ? pausing() : usual(flight.isGivenUp() ? null : flight.feeCap()));
    }
    flight.givenTime(now);
    broadcast(flight);
  }

  /** Whether the next block asks more than it may ever offer. */
  private boolean isTooDear(Flight flight) {
    Wei limit = fees.limit(flight.feeCap());
    return limit != null && limit.compareTo(fees.now().needed()) < 0;
  }

  /**
   * Within what a transaction offers.
   *
   * @param market what a new one would offer
   * @param limit null for anything
   */
  private record Terms(Fees market, @Nullable Wei limit) {}

  private Terms usual(@Nullable Wei cap) {
    return new Terms(fees.now().fees(), fees.limit(cap));
  }

  /** A pause obeys a limit of its own, and so does what would hold it up. */
  private Terms pausing() {
    return new Terms(fees.now().asked(), fees.pauseLimit());
  }

  private void raise(Flight flight, Terms terms) {
    offer(flight, terms)
        .flatMap(price -> rest.ifSigned(() -> crew.dispatch().replace(lane, lease, flight, price)))
        .ifPresent(
            form -> {
              flight.replacedBy(form, crew.clock().instant());
              meters.replaced();
            });
  }

  /** Frees the nonce: a payment of nothing to oneself takes the transaction's place. */
  private void giveUp(Flight flight, String why, Terms terms) {
    offer(flight, terms)
        .flatMap(price -> rest.ifSigned(() -> crew.dispatch().cancel(lane, lease, flight, price)))
        .ifPresent(
            nothing -> {
              log.atWarn()
                  .addKeyValue("lane", lane.id())
                  .addKeyValue("nonce", flight.nonce())
                  .addKeyValue("why", why)
                  .log("nonce given up: its messages go with another transaction");
              flight.replacedBy(nothing, crew.clock().instant());
              meters.cancelled();
            });
  }

  /** What nodes accept in its place; empty while that is more than is allowed. */
  private Optional<Dispatch.Price> offer(Flight flight, Terms terms) {
    Fees old = pooled(flight);
    Fees raised = old.raisedTo(terms.market());
    Wei limit = terms.limit();
    Fees offered = limit == null ? raised : raised.within(limit);
    return offered.replaces(old)
        ? Optional.of(new Dispatch.Price(offered, fees.now().legacy(), flight.feeCap()))
        : Optional.empty();
  }

  /** What has to be outbid: our newest form, or what a node holds instead of it. */
  private Fees pooled(Flight flight) {
    Fees ours = flight.attempt().fees();
    if (!flight.wasAnswered(Verdict.UNDERPRICED)) {
      return ours;
    }
    Optional<PooledTransaction> held =
        lane.chain()
            .transactionAt(lane.key().address(), flight.nonce())
            .filter(transaction -> !transaction.mined());
    held.filter(transaction -> !flight.hashes().contains(transaction.hash()))
        .ifPresent(
            transaction ->
                log.atError()
                    .addKeyValue("lane", lane.id())
                    .addKeyValue("nonce", flight.nonce())
                    .addKeyValue("txHash", transaction.hash())
                    .log("a node holds a transaction of this key that is not ours: outbidding it"));
    return held.map(transaction -> new Fees(transaction.maxFee(), transaction.tip()))
        .map(theirs -> ours.atLeast(theirs))
        .orElse(ours);
  }

  void broadcast(Flight flight) {
    Verdict verdict =
        crew.broadcaster().broadcast(lane.id().chain(), flight.attempt().transaction());
    flight.heard(verdict, crew.clock().instant());
    if (verdict == Verdict.NO_FUNDS && !flight.isGivenUp()) {
      moveToOthers(flight);
    }
  }

  /** No node took it, so nobody can mine it: its messages need not wait for the key's money. */
  private void moveToOthers(Flight flight) {
    giveUp(flight, "its key cannot pay for it", usual(/* cap= */ null));
    if (flight.isGivenUp()) {
      crew.inclusion().release(lease, flight, "KEY_WITHOUT_FUNDS");
    }
  }
}
