// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.keys.SignerUnavailable;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signs for the lane's next nonce, then takes the nonce and writes down what was signed, in one
 * transaction. Only then may the bytes be broadcast, so a crash repeats a broadcast and never
 * invents a nonce. Nothing is locked while the key signs, because it may be held elsewhere; what
 * was signed in vain, because something changed meanwhile, is forgotten and its nonce is free.
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

  /**
   * A signed transaction that takes its nonce only when it is written down.
   *
   * @param nonce the lane's next one when it was signed
   */
  record Form(long nonce, Cargo cargo, Price price, Attempt attempt) {}

  /** Work that a lane holds, and the nonce it would go with. */
  private record Outlook(long nonce, List<Work> works) {}

  /**
   * Work the lane has taken; empty when others closed some of it meanwhile, the rest is free then.
   *
   * @throws SignerUnavailable when the key does not sign; the work is still taken
   */
  Optional<Flight> sign(Lane lane, Lease lease, List<Work> taken, Price price) {
    return outlook(lane, lease, taken)
        .flatMap(
            outlook -> {
              Purpose purpose = taken.getFirst().purpose();
              Cargo cargo = calls.of(lane.chain().settings(), purpose, outlook.works());
              Form form = form(lane, outlook.nonce(), cargo, price);
              return store.fenced(
                  lease, held -> writeDown(lane, lease, held, outlook.works(), form));
            });
  }

  private Optional<Outlook> outlook(Lane lane, Lease lease, List<Work> taken) {
    return store.fenced(
        lease,
        held -> {
          List<Work> works = stillHeld(lane.id(), taken);
          if (!works.isEmpty() && held.mayLoad()) {
            return Optional.of(new Outlook(Objects.requireNonNull(held.nextNonce()), works));
          }
          store.intents().release(lane.id(), taken.getFirst().purpose(), works);
          return Optional.empty();
        });
  }

  private Optional<Flight> writeDown(
      Lane lane, Lease lease, LeaseTable.Held held, List<Work> works, Form form) {
    Purpose purpose = works.getFirst().purpose();
    List<Work> still = stillHeld(lane.id(), works);
    if (still.size() < works.size() || !held.mayUse(form.nonce())) {
      store.intents().release(lane.id(), purpose, still);
      return Optional.empty();
    }
    Flight flight = take(lane, lease, form);
    store.intents().sent(flight.id(), purpose, works);
    store.submissions().carries(flight.id(), works);
    store.outbox().append(facts(lane, works, flight.attempt(), clock.instant()));
    return Optional.of(flight);
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
   * Signs a cargo, outside of any transaction of the database.
   *
   * @throws SignerUnavailable when the key does not sign
   */
  Form form(Lane lane, long nonce, Cargo cargo, Price price) {
    return new Form(nonce, cargo, price, attempt(lane, nonce, cargo, price, false));
  }

  /** Takes the form's nonce, inside a transaction that has seen that it may be used. */
  Flight take(Lane lane, Lease lease, Form form) {
    Flight flight = open(lease, form);
    store.leases().next(lane.id(), form.nonce() + 1);
    return flight;
  }

  /** Nothing, at a nonce the chain waits for and nobody else uses. */
  Flight fill(Lane lane, Lease lease, long nonce, Price price) {
    Form nothing = form(lane, nonce, Cargo.nothing(lane.key().address()), price);
    return store.fenced(lease, held -> open(lease, nothing));
  }

  private Flight open(Lease lease, Form form) {
    Instant now = clock.instant();
    Wei cap = form.price().cap();
    long id = store.submissions().open(lease, form.nonce(), form.cargo(), cap, now);
    store.submissions().signed(id, form.attempt(), now);
    return new Flight(id, form.nonce(), form.cargo(), cap, form.attempt(), now);
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
