// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.EvmAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the lane's nonce with the chain's. The key belongs to the lane alone. */
final class NonceCheck {
  private static final Logger log = LoggerFactory.getLogger(NonceCheck.class);

  private static final int GAP_QUESTIONS = 3;
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

  private final Lane lane;
  private final Lease lease;
  private final Crew crew;
  private final LaneMeters meters;

  NonceCheck(Lane lane, Lease lease, Crew crew, LaneMeters meters) {
    this.lane = lane;
    this.lease = lease;
    this.crew = crew;
    this.meters = meters;
  }

  /** On take-over. A chain that is ahead has seen the key used elsewhere: the lane is parked. */
  void reconcile(Voyage voyage) {
    EvmAddress account = lane.key().address();
    long chain = lane.chain().transactionCount(account, false);
    LeaseTable.Held held = crew.store().fenced(lease, now -> now);
    Long next = held.nextNonce();
    meters.parked(held.alarm() != null);
    if (next == null) {
      startOver(voyage, lane.chain().transactionCount(account, true));
    } else if (chain > next) {
      park("FOREIGN_NONCE", "the chain expects nonce " + chain + ", the lane " + next);
    } else if (isGap(voyage, next)) {
      park("NONCE_GAP", "the chain waits for a nonce below " + next + " that was used long ago");
    }
  }

  /** Asks a few times, because a node may lag behind the one that was asked before. */
  private boolean isGap(Voyage voyage, long next) {
    for (int asked = 0; asked < GAP_QUESTIONS; asked++) {
      if (voyage.covers(lane.chain().transactionCount(lane.key().address(), false), next)) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
    }
    return true;
  }

  /**
   * Whether the chain still waits for this flight's nonce. When it does not and no form of the
   * flight was mined, someone else used the key.
   */
  boolean isUnused(Flight flight) {
    long chain = lane.chain().transactionCount(lane.key().address(), false);
    if (chain <= flight.nonce()) {
      return true;
    }
    if (crew.inclusion().receipts(lane, List.of(flight)).isEmpty()) {
      park("FOREIGN_NONCE", "nonce " + flight.nonce() + " was used by a transaction of others");
    }
    return false;
  }

  /** First time, or resumed by an operator: the chain's word counts, messages get new nonces. */
  private void startOver(Voyage voyage, long chain) {
    List<Flight> open = voyage.open();
    if (!open.isEmpty()) {
      crew.inclusion().abandon(lease, open);
      voyage.lose(open);
    }
    crew.store().change(lease, held -> crew.store().leases().next(lane.id(), chain));
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
}
