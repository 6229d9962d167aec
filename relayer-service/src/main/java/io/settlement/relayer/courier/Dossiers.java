// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.MessageEvent;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Opens and saves dossiers, many at once: the number of statements does not depend on how many. */
final class Dossiers {
  private static final Logger log = LoggerFactory.getLogger(Dossiers.class);

  private final Messages messages;
  private final SignatureStore signatures;
  private final LaneQueue lanes;
  private final Outbox outbox;
  private final CourierMeters meters;
  private final Clock clock;

  Dossiers(
      Messages messages,
      SignatureStore signatures,
      LaneQueue lanes,
      Outbox outbox,
      CourierMeters meters,
      Clock clock) {
    this.messages = messages;
    this.signatures = signatures;
    this.lanes = lanes;
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
  }

  /** The dossiers of these messages, locked until the transaction ends. */
  Map<TxId, Dossier> open(Collection<TxId> txids) {
    Map<TxId, Dossier> dossiers = openUnsigned(txids);
    readSignatures(dossiers.values());
    return dossiers;
  }

  /** The same without signatures, which most facts say nothing about. */
  Map<TxId, Dossier> openUnsigned(Collection<TxId> txids) {
    List<TxId> sorted = txids.stream().distinct().sorted(Comparator.comparing(TxId::hex)).toList();
    Map<TxId, Dossier> dossiers = new LinkedHashMap<>();
    lock(sorted, dossiers);
    List<TxId> unheardOf = sorted.stream().filter(txid -> !dossiers.containsKey(txid)).toList();
    if (!unheardOf.isEmpty()) {
      messages.create(unheardOf, clock.instant());
      lock(unheardOf, dossiers);
    }
    return dossiers;
  }

  private void lock(List<TxId> sorted, Map<TxId, Dossier> dossiers) {
    messages.lock(sorted).forEach(row -> dossiers.put(row.txid(), new Dossier(row)));
  }

  /** Reads them into dossiers that were opened without. */
  void readSignatures(Collection<Dossier> unsigned) {
    if (unsigned.isEmpty()) {
      return;
    }
    // Only now: what another batch adds to these messages is complete once their rows are ours.
    List<TxId> txids = unsigned.stream().map(Dossier::txid).toList();
    Map<TxId, List<Attestation>> known = signatures.alone().of(txids);
    Map<TxId, List<Bundle.Member>> bundled = signatures.bundles().of(txids);
    for (Dossier dossier : unsigned) {
      dossier.know(
          known.getOrDefault(dossier.txid(), List.of()),
          bundled.getOrDefault(dossier.txid(), List.of()));
    }
  }

  /** Of these something is owed: those that were archived before anybody paid come back. */
  void owed(Collection<TxId> txids) {
    if (!txids.isEmpty()) {
      messages.archive().bringBack(txids);
    }
  }

  /** A dossier to look at; empty when the message is not known. */
  Optional<Dossier> peek(TxId txid) {
    return messages
        .find(txid)
        .map(
            row ->
                new Dossier(
                    row,
                    signatures.alone().of(List.of(txid)).getOrDefault(txid, List.of()),
                    signatures.bundles().of(List.of(txid)).getOrDefault(txid, List.of())));
  }

  /** Everything that follows, in the same transaction. */
  void save(Collection<Dossier> dossiers) {
    Instant now = clock.instant();
    List<MessageRow> rows =
        dossiers.stream().map(Dossier::message).filter(MessageRow::hasChanged).toList();
    if (!rows.isEmpty()) {
      messages.save(rows, now);
    }
    saveAttestations(dossiers);
    lanes.enqueue(all(dossiers, Dossier::works));
    lanes.paid(rows.stream().filter(MessageRow::isPaidMore).map(MessageRow::txid).toList());
    lanes.done(ends(dossiers));
    lanes.tooLate(dossiers.stream().filter(Dossier::isTooLate).map(Dossier::txid).toList());
    List<MessageEvent> facts = new ArrayList<>(rejected(dossiers, now));
    facts.addAll(all(dossiers, Dossier::facts));
    outbox.append(facts);
    dossiers.forEach(Dossiers::tell);
    meters.count(rows);
  }

  private void saveAttestations(Collection<Dossier> dossiers) {
    List<Attestations.Of> changed = named(dossiers, Dossier::changedAttestations);
    if (!changed.isEmpty()) {
      signatures.alone().save(changed);
    }
    List<Attestations.Of> useless = named(dossiers, Dossier::uselessAttestations);
    if (!useless.isEmpty()) {
      signatures.alone().forget(useless);
    }
  }

  private List<MessageEvent> rejected(Collection<Dossier> dossiers, Instant now) {
    return signatures.reject(all(dossiers, Dossier::rejections), now);
  }

  private static Map<TxId, Set<Purpose>> ends(Collection<Dossier> dossiers) {
    Map<TxId, Set<Purpose>> ends = new HashMap<>();
    dossiers.forEach(dossier -> ends.put(dossier.txid(), dossier.ended()));
    return ends;
  }

  private static void tell(Dossier dossier) {
    Stage stage = dossier.newStage();
    if (stage != null) {
      log.atLevel(isOrdinary(stage) ? Level.DEBUG : Level.INFO)
          .addKeyValue("txid", dossier.txid())
          .addKeyValue("stage", stage)
          .addKeyValue("reason", dossier.message().reason())
          .log("message stage");
    }
  }

  /** The good way is told by the facts themselves; a line for each would be most of the log. */
  private static boolean isOrdinary(Stage stage) {
    return switch (stage) {
      case OBSERVED, FINAL, ADMITTED, DELIVERING, DELIVERED, CALLING_BACK, SETTLED -> true;
      case REFUSED, WAITING_FOR_GAS, HELD, PARKED, EXPIRED, ORPHANED -> false;
    };
  }

  private static <T> List<T> all(Collection<Dossier> dossiers, Function<Dossier, List<T>> part) {
    return dossiers.stream().flatMap(dossier -> part.apply(dossier).stream()).toList();
  }

  private static List<Attestations.Of> named(
      Collection<Dossier> dossiers, Function<Dossier, List<Attestation>> part) {
    return dossiers.stream()
        .flatMap(
            dossier ->
                part.apply(dossier).stream().map(it -> new Attestations.Of(dossier.txid(), it)))
        .toList();
  }
}
