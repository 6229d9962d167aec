// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.PauseEvent;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides, from receipts, what became of each message of a mined transaction. */
final class Inclusion {
  private final LaneStore store;
  private final Fates fates;

  Inclusion(LaneStore store, Fates fates) {
    this.store = store;
    this.fates = fates;
  }

  /** Receipts of those flights that are mined, whichever of their attempts it was. */
  Map<Flight, Receipt> receipts(Lane lane, Collection<Flight> flights) {
    List<Hash> hashes = flights.stream().flatMap(flight -> flight.hashes().stream()).toList();
    Map<Hash, Receipt> found = hashes.isEmpty() ? Map.of() : lane.chain().agreed().receipts(hashes);
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
          store.topUps().mined(mined);
          store.outbox().append(paused(lane, mined, store.publications().mined(mined)));
          List<IntentTable.Member> members = store.intents().members(ids);
          List<IntentTable.Fate> decided = fates(mined, readings, received, members);
          store.intents().decide(decided);
          store.outbox().append(parked(decided, fates.now()));
        });
  }

  private List<PauseEvent> paused(
      Lane lane, Map<Flight, Receipt> mined, Map<Publication, Long> pauses) {
    Map<Long, Hash> hashes = new HashMap<>();
    mined.forEach((flight, receipt) -> hashes.put(flight.id(), receipt.txHash()));
    List<PauseEvent> reports = new ArrayList<>();
    pauses.forEach(
        (order, submission) ->
            reports.add(
                Pauses.report(
                    order,
                    PauseEvent.Progress.PAUSED,
                    lane.key().address(),
                    hashes.get(submission),
                    fates.now())));
    return reports;
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
          store.topUps().reopened(ids);
          store.publications().reopened(ids);
          store
              .intents()
              .decide(
                  store.intents().members(ids).stream()
                      .map(member -> fates.flies(member.key(), member.attempts()))
                      .toList());
        });
  }

  /**
   * Someone else used their nonces: what they carried needs new ones, unless the destination has it
   * all the same.
   */
  void abandon(Lane lane, Lease lease, Collection<Flight> lost) {
    List<Long> ids = lost.stream().map(Flight::id).toList();
    Set<TxId> received = ReceivedCheck.among(lane, store.intents().sentWith(ids));
    store.change(
        lease,
        held -> {
          store.intents().decide(freed(ids, received, "NONCE_TAKEN"));
          store.topUps().freed(ids);
          store.publications().freed(ids);
          store.submissions().lost(lost);
        });
  }

  /** Their nonces are given up: what they carried goes with the next transaction of any lane. */
  void release(Lease lease, Flight givenUp, String reason) {
    List<Long> ids = List.of(givenUp.id());
    store.change(lease, held -> store.intents().decide(freed(ids, Set.of(), reason)));
  }

  private List<IntentTable.Fate> freed(Collection<Long> ids, Set<TxId> received, String reason) {
    return store.intents().members(ids).stream()
        .map(
            member ->
                received.contains(member.key().txid())
                    ? fates.doneElsewhere(member.key(), member.attempts())
                    : fates.again(member.key(), member.attempts(), reason))
        .toList();
  }

  private List<IntentTable.Fate> fates(
      Map<Flight, Receipt> mined,
      Map<Long, Reading> readings,
      Set<TxId> received,
      List<IntentTable.Member> members) {
    Map<Long, Long> companions =
        members.stream()
            .collect(Collectors.groupingBy(IntentTable.Member::submission, Collectors.counting()));
    Set<Long> givenUp =
        mined.entrySet().stream()
            .filter(one -> one.getKey().isNoop(one.getValue().txHash()))
            .map(one -> one.getKey().id())
            .collect(Collectors.toSet());
    return members.stream()
        .map(
            member -> {
              if (givenUp.contains(member.submission())) {
                return fates.again(member.key(), member.attempts(), "GAS_PRICE");
              }
              Reading reading = Objects.requireNonNull(readings.get(member.submission()));
              boolean together = companions.getOrDefault(member.submission(), 1L) > 1;
              return reading
                  .failure(member.key().txid())
                  .filter(reason -> !received.contains(member.key().txid()))
                  .map(reason -> failed(member, reason, wantsToBeAlone(reading, reason, together)))
                  .orElseGet(() -> fates.mined(member.key(), member.attempts()));
            })
        .toList();
  }

  private static boolean wantsToBeAlone(Reading reading, String reason, boolean together) {
    return (reading.reverted() && together) || Reading.wantsRoom(reason);
  }

  private IntentTable.Fate failed(IntentTable.Member member, String reason, boolean alone) {
    return fates.failed(
        member.key(), member.attempts(), reason, ContractErrors.name(reason).orElse(null), alone);
  }

  /** What is told about those that are given up. */
  static List<MessageParked> parked(List<IntentTable.Fate> decided, Instant now) {
    return decided.stream()
        .filter(fate -> fate.state().equals("PARKED"))
        .map(
            fate ->
                new MessageParked(
                    fate.key().txid(),
                    fate.key().purpose().name(),
                    Reading.reasonOf(String.valueOf(fate.reason())).name(),
                    words(fate),
                    now))
        .toList();
  }

  private static String words(IntentTable.Fate fate) {
    String why = fate.detail() == null ? fate.reason() : fate.reason() + " " + fate.detail();
    return "%d attempts, the last one: %s".formatted(fate.attempts(), why);
  }
}
