// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides, from receipts, what became of each message of a mined transaction. */
final class Inclusion {
  private final LaneStore store;
  private final LaneSettings settings;
  private final RetryRamp ramp;
  private final Clock clock;

  Inclusion(LaneStore store, LaneSettings settings, RetryRamp ramp, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.ramp = ramp;
    this.clock = clock;
  }

  /** Receipts of those flights that are mined, whichever of their attempts it was. */
  Map<Flight, Receipt> receipts(Lane lane, Collection<Flight> flights) {
    List<Hash> hashes = flights.stream().flatMap(flight -> flight.hashes().stream()).toList();
    Map<Hash, Receipt> found = hashes.isEmpty() ? Map.of() : lane.chain().receipts(hashes);
    Map<Flight, Receipt> mined = new LinkedHashMap<>();
    for (Flight flight : flights) {
      flight.hashes().stream()
          .filter(found::containsKey)
          .findFirst()
          .ifPresent(hash -> mined.put(flight, found.get(hash)));
    }
    return mined;
  }

  /** Writes down where they were mined and what that did. */
  void settle(Lane lane, Lease lease, Map<Flight, Receipt> mined) {
    List<Long> ids = mined.keySet().stream().map(Flight::id).toList();
    Map<Long, Reading> readings = new HashMap<>();
    mined.forEach((flight, receipt) -> readings.put(flight.id(), Reading.of(flight, receipt)));
    Set<TxId> received = received(lane, readings);
    store.change(
        lease,
        held -> {
          store.submissions().mined(mined);
          List<IntentTable.Fate> fates = fates(readings, received, store.intents().members(ids));
          store.intents().decide(fates);
          store.outbox().append(parked(fates));
        });
  }

  /** Of what failed, that which the destination has received all the same. */
  private Set<TxId> received(Lane lane, Map<Long, Reading> readings) {
    List<Long> failed =
        readings.entrySet().stream()
            .filter(one -> one.getValue().hasFailures())
            .map(Map.Entry::getKey)
            .toList();
    return failed.isEmpty()
        ? Set.of()
        : ReceivedCheck.among(lane, store.intents().sentWith(failed));
  }

  /** Their blocks were replaced: the same bytes are to be mined once more. */
  void reopen(Lease lease, Collection<Landed> vanished) {
    List<Long> ids = vanished.stream().map(Landed::id).toList();
    store.change(
        lease,
        held -> {
          store.submissions().reopened(vanished);
          store.intents().decide(again(ids, "SENT", null));
        });
  }

  /** Someone else used their nonces: their messages need new ones. */
  void abandon(Lease lease, Collection<Flight> lost) {
    List<Long> ids = lost.stream().map(Flight::id).toList();
    store.change(
        lease,
        held -> {
          store.intents().decide(again(ids, "READY", "NONCE_TAKEN"));
          store.submissions().lost(lost);
        });
  }

  private List<IntentTable.Fate> again(
      Collection<Long> submissions, String state, @Nullable String reason) {
    Instant now = clock.instant();
    return store.intents().members(submissions).stream()
        .map(m -> new IntentTable.Fate(m.key(), state, m.attempts(), false, now, reason))
        .toList();
  }

  private List<IntentTable.Fate> fates(
      Map<Long, Reading> readings, Set<TxId> received, List<IntentTable.Member> members) {
    Map<Long, Long> companions =
        members.stream()
            .collect(Collectors.groupingBy(IntentTable.Member::submission, Collectors.counting()));
    return members.stream()
        .map(
            member -> {
              Reading reading = Objects.requireNonNull(readings.get(member.submission()));
              boolean together = companions.getOrDefault(member.submission(), 1L) > 1;
              return reading
                  .failure(member.key().txid())
                  .filter(reason -> !received.contains(member.key().txid()))
                  .map(reason -> failed(member, reason, wantsToBeAlone(reading, reason, together)))
                  .orElseGet(() -> succeeded(member));
            })
        .toList();
  }

  private static boolean wantsToBeAlone(Reading reading, String reason, boolean together) {
    return (reading.reverted() && together) || Reading.wantsRoom(reason);
  }

  private IntentTable.Fate succeeded(IntentTable.Member member) {
    return new IntentTable.Fate(
        member.key(), "MINED", member.attempts(), false, clock.instant(), null);
  }

  private IntentTable.Fate failed(IntentTable.Member member, String reason, boolean alone) {
    int attempts = member.attempts() + 1;
    Instant readyAt = clock.instant().plus(ramp.after(attempts));
    if (Reading.isTooLate(reason)) {
      return new IntentTable.Fate(member.key(), "TOO_LATE", attempts, alone, readyAt, reason);
    }
    String state = attempts < settings.maxAttempts() ? "READY" : "PARKED";
    return new IntentTable.Fate(member.key(), state, attempts, alone, readyAt, reason);
  }

  private List<MessageParked> parked(List<IntentTable.Fate> fates) {
    return fates.stream()
        .filter(fate -> fate.state().equals("PARKED"))
        .map(
            fate ->
                new MessageParked(
                    fate.key().txid(),
                    fate.key().purpose().name(),
                    Reading.reasonOf(String.valueOf(fate.reason())).name(),
                    "%d attempts, the last one: %s".formatted(fate.attempts(), fate.reason()),
                    clock.instant()))
        .toList();
  }
}
