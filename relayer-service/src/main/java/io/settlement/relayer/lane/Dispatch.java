// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.MessageEvent;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.Draft;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.SignedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /**
   * What a transaction offers.
   *
   * @param cap most it may offer while it carries its cargo; null when nobody's prepayment limits
   *     it
   */
  record Price(Fees fees, boolean legacy, @Nullable Wei cap) {}

  /** Work the lane has taken, in one transaction; empty when others closed it meanwhile. */
  Optional<Flight> sign(Lane lane, Lease lease, List<Work> taken, Price price) {
    Purpose purpose = taken.getFirst().purpose();
    return store.fenced(
        lease,
        held -> {
          List<Work> works = stillHeld(lane.id(), taken);
          if (works.isEmpty() || !held.mayLoad()) {
            store.intents().release(lane.id(), purpose, works);
            return Optional.empty();
          }
          Cargo cargo = calls.of(lane.chain().settings(), purpose, works);
          Flight flight =
              signNext(
                  lane, lease, held, cargo, price, id -> store.intents().sent(id, purpose, works));
          store.outbox().append(facts(lane, works, flight.attempt(), clock.instant()));
          return Optional.of(flight);
        });
  }

  private List<Work> stillHeld(LaneId lane, List<Work> taken) {
    Set<IntentTable.Key> held =
        store
            .intents()
            .claimed(lane, taken.stream().map(Dispatch::key).collect(Collectors.toSet()));
    return taken.stream().filter(work -> held.contains(key(work))).toList();
  }

  private static IntentTable.Key key(Work work) {
    return new IntentTable.Key(work.txid(), work.purpose());
  }

  /**
   * Any cargo at the lane's next nonce, inside the caller's transaction.
   *
   * @param bookkeeping what else becomes true with the new submission's id
   */
  Flight signNext(
      Lane lane,
      Lease lease,
      LeaseTable.Held held,
      Cargo cargo,
      Price price,
      LongConsumer bookkeeping) {
    long nonce = Objects.requireNonNull(held.nextNonce());
    Flight flight = signAt(lane, lease, nonce, cargo, price);
    bookkeeping.accept(flight.id());
    store.leases().next(lane.id(), nonce + 1);
    return flight;
  }

  /** Nothing, at a nonce the chain waits for and nobody else uses. */
  Flight fill(Lane lane, Lease lease, long nonce, Price price) {
    return store.fenced(
        lease, held -> signAt(lane, lease, nonce, Cargo.nothing(lane.key().address()), price));
  }

  private Flight signAt(Lane lane, Lease lease, long nonce, Cargo cargo, Price price) {
    Instant now = clock.instant();
    Attempt attempt = attempt(lane, nonce, cargo, price, false);
    long id = store.submissions().open(lease, nonce, cargo, price.cap(), now);
    store.submissions().signed(id, attempt, now);
    return new Flight(id, nonce, cargo, price.cap(), attempt, now);
  }

  /** The same nonce and cargo for more; the earlier attempts may still win. */
  Attempt replace(Lane lane, Lease lease, Flight flight, Price price) {
    boolean noop = flight.attempt().noop();
    Cargo cargo = noop ? Cargo.nothing(lane.key().address()) : flight.cargo();
    return add(lease, flight, attempt(lane, flight.nonce(), cargo, price, noop));
  }

  /** The same nonce for nothing, so that those behind it can go on. */
  Attempt cancel(Lane lane, Lease lease, Flight flight, Price price) {
    Cargo nothing = Cargo.nothing(lane.key().address());
    return add(lease, flight, attempt(lane, flight.nonce(), nothing, price, true));
  }

  private Attempt add(Lease lease, Flight flight, Attempt attempt) {
    Attempt old = flight.attempt();
    return store.fenced(
        lease,
        held -> {
          store.submissions().signed(flight.id(), attempt, clock.instant());
          store.submissions().replaced(old.transaction().hash(), attempt.transaction().hash());
          return attempt;
        });
  }

  private static Attempt attempt(Lane lane, long nonce, Cargo cargo, Price price, boolean noop) {
    Draft draft =
        new Draft(
            lane.chain().settings().chainId(), nonce, cargo.what(), price.fees(), price.legacy());
    return new Attempt(SignedTransaction.sign(draft, lane.key()), price.fees(), noop);
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
