// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the lane's nonces with the chain's, both ways. The key belongs to the lane alone: when
 * others used it the lane says so loudly and goes on behind them, and is parked when it happens
 * again and again. A nonce the chain waits for and nobody has is filled with nothing.
 */
final class NonceWatch {
  private static final Logger log = LoggerFactory.getLogger(NonceWatch.class);

  /** A node may lag behind the one that was asked before. */
  private static final int SURE = 3;

  private final Lane lane;
  private final Lease lease;
  private final Crew crew;
  private final SignerRest rest;
  private final LaneMeters meters;
  private long chainNonce;
  private int gapSeen;

  NonceWatch(Lane lane, Lease lease, Crew crew, SignerRest rest, LaneMeters meters) {
    this.lane = lane;
    this.lease = lease;
    this.crew = crew;
    this.rest = rest;
    this.meters = meters;
  }

  /** The next nonce by the chain's word, as it was seen last. */
  long chainNonce() {
    return chainNonce;
  }

  /** On take-over: nothing may be signed before the chain's nonce is known. */
  void takeOver(Voyage voyage, FeeDesk fees) {
    LeaseTable.Held held = crew.store().fenced(lease, now -> now);
    if (held.nextNonce() == null) {
      startOver(voyage);
    }
    look(voyage, fees);
  }

  /**
   * Looks once; says which transactions no pool holds any more. Receipts of what is mined have been
   * read just before.
   */
  List<Flight> look(Voyage voyage, FeeDesk fees) {
    chainNonce = count(false);
    LeaseTable.Held held = crew.store().fenced(lease, now -> now);
    meters.parked(held.alarm() != null);
    long next = held.nextNonce() == null ? chainNonce : held.nextNonce();
    if (held.alarm() == null) {
      if (chainNonce > next) {
        goOnBehindOthers(next);
      }
      giveBackLost(voyage);
      fill(voyage, next, fees);
    }
    return voyage.inFlight() == 0 ? List.of() : dropped(voyage);
  }

  /** Others used nonces that the lane had not taken yet. */
  private void goOnBehindOthers(long next) {
    long free = Math.max(chainNonce, count(true));
    crew.store().change(lease, held -> crew.store().leases().next(lane.id(), free));
    alarm((int) Math.min(chainNonce - next, Integer.MAX_VALUE), "from " + next);
  }

  /** Others used nonces of transactions that were on their way: their messages need new ones. */
  private void giveBackLost(Voyage voyage) {
    List<Flight> lost =
        voyage.open().stream()
            .filter(flight -> flight.nonce() < chainNonce)
            .filter(flight -> flight.missedAgain() >= SURE)
            .toList();
    if (lost.isEmpty() || !crew.inclusion().receipts(lane, lost).isEmpty()) {
      return;
    }
    crew.inclusion().abandon(lane, lease, lost);
    voyage.lose(lost);
    int foreign =
        (int) lost.stream().filter(flight -> flight.cargo().errand() != Errand.NOOP).count();
    if (foreign > 0) {
      alarm(foreign, "of transactions on their way");
    }
  }

  /** The chain waits for nonces that no submission of the lane has. */
  private void fill(Voyage voyage, long next, FeeDesk fees) {
    List<Long> missing = new ArrayList<>();
    for (long nonce = chainNonce; nonce < next; nonce++) {
      if (!voyage.covers(nonce, nonce + 1)) {
        missing.add(nonce);
      }
      if (missing.size() > crew.settings().inFlight()) {
        park("NONCE_GAP", "the chain expects nonce " + chainNonce + ", the lane is at " + next);
        return;
      }
    }
    gapSeen = missing.isEmpty() ? 0 : gapSeen + 1;
    if (gapSeen >= SURE && fees.isAffordable()) {
      missing.forEach(nonce -> rest.ifSigned(() -> nothing(nonce, fees)).ifPresent(voyage::add));
      gapSeen = 0;
    }
  }

  private Flight nothing(long nonce, FeeDesk fees) {
    log.atWarn()
        .addKeyValue("lane", lane.id())
        .addKeyValue("nonce", nonce)
        .log("the chain waits for a nonce that nobody uses: filled with nothing");
    FeeDesk.Offer offer = fees.now();
    Dispatch.Price price = new Dispatch.Price(offer.fees(), offer.legacy(), null);
    Flight filled = crew.dispatch().fill(lane, lease, nonce, price);
    meters.filled();
    return filled;
  }

  /** What pools dropped: they count the account's nonces only up to it. */
  private List<Flight> dropped(Voyage voyage) {
    long pooled = count(true);
    return voyage.open().stream().filter(flight -> flight.nonce() >= pooled).toList();
  }

  /** First time, or resumed by an operator: the chain's word counts, messages get new nonces. */
  private void startOver(Voyage voyage) {
    long free = count(true);
    List<Flight> open = voyage.open();
    if (!open.isEmpty()) {
      crew.inclusion().abandon(lane, lease, open);
      voyage.lose(open);
    }
    crew.store().change(lease, held -> crew.store().leases().next(lane.id(), free));
  }

  private void alarm(int nonces, String which) {
    LaneSettings.Patience patience = crew.settings().patience();
    int seen =
        crew.store()
            .fenced(
                lease,
                held -> crew.store().leases().foreign(lane.id(), nonces, patience.foreignSpell()));
    meters.foreign(nonces);
    log.atError()
        .addKeyValue("lane", lane.id())
        .addKeyValue("nonces", nonces)
        .addKeyValue("which", which)
        .log("someone else uses the lane's key; the lane goes on behind them");
    if (seen >= patience.foreign()) {
      park("FOREIGN_NONCE", seen + " nonces of its key were used by others");
    }
  }

  private void park(String alarm, String detail) {
    log.atError()
        .addKeyValue("lane", lane.id())
        .addKeyValue("alarm", alarm)
        .addKeyValue("detail", detail)
        .log("lane parked: an operator has to look at its key and resume it");
    crew.store().change(lease, held -> crew.store().leases().alarm(lane.id(), alarm));
    meters.parked(true);
  }

  private long count(boolean pending) {
    EvmAddress account = lane.key().address();
    return lane.chain().transactionCount(account, pending);
  }
}
