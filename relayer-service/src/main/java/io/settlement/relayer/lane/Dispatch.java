// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.MessageEvent;
import io.settlement.events.value.LaneId;
import io.settlement.relayer.chain.Draft;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.SignedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a nonce, signs and writes down what was signed, in one transaction. Only then may the bytes
 * be broadcast, so a crash repeats a broadcast and never invents a nonce.
 */
final class Dispatch {
  private final LaneStore store;
  private final BatchCall calls;
  private final Clock clock;

  Dispatch(LaneStore store, BatchCall calls, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.clock = clock;
  }

  /** The next transaction of the load; empty when others closed it meanwhile. */
  Optional<Flight> sign(Lane lane, Lease lease, IntentTable.Load load, Fees fees) {
    return store.fenced(lease, held -> sign(lane, lease, load, fees, held));
  }

  private Optional<Flight> sign(
      Lane lane, Lease lease, IntentTable.Load load, Fees fees, LeaseTable.Held held) {
    Instant now = clock.instant();
    Long nonce = held.nextNonce();
    if (held.alarm() != null || nonce == null) {
      return Optional.empty();
    }
    long most = calls.most(lane.chain().settings(), load);
    List<Work> works = calls.fitting(store.intents().claim(lane.id(), load, most, now));
    if (works.isEmpty()) {
      return Optional.empty();
    }
    Cargo cargo = calls.of(lane.chain().settings(), load.purpose(), works);
    Attempt attempt = attempt(lane, nonce, cargo, fees);
    long id = store.submissions().open(lease, nonce, cargo, now);
    store.submissions().signed(id, attempt, now);
    store.intents().sent(id, load.purpose(), works);
    store.leases().next(lane.id(), nonce + 1);
    store.outbox().append(facts(lane, works, attempt, now));
    return Optional.of(new Flight(id, nonce, cargo, attempt, now));
  }

  /** The same nonce and cargo for more; the first attempt may still win. */
  Attempt replace(Lane lane, Lease lease, Flight flight, Fees fees) {
    Attempt attempt = attempt(lane, flight.nonce(), flight.cargo(), fees);
    Attempt old = flight.attempt();
    return store.fenced(
        lease,
        held -> {
          store.submissions().signed(flight.id(), attempt, clock.instant());
          store.submissions().replaced(old.transaction().hash(), attempt.transaction().hash());
          return attempt;
        });
  }

  private static Attempt attempt(Lane lane, long nonce, Cargo cargo, Fees fees) {
    Draft draft =
        new Draft(
            lane.chain().settings().chainId(),
            nonce,
            cargo.contract(),
            cargo.calldata(),
            cargo.gasLimit(),
            fees);
    return new Attempt(SignedTransaction.sign(draft, lane.key()), fees);
  }

  private static List<MessageEvent> facts(
      Lane lane, List<Work> works, Attempt attempt, Instant now) {
    LaneId id = lane.id();
    return works.stream()
        .<MessageEvent>map(
            work ->
                new MessageEvent.TransactionSent(
                    work.txid(),
                    work.purpose().name(),
                    id.chain(),
                    attempt.transaction().hash(),
                    lane.key().address(),
                    now))
        .toList();
  }
}
