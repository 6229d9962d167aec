// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.limit.Approvals;
import io.settlement.relayer.limit.Approvals.Action;
import io.settlement.relayer.limit.Approvals.Request;
import io.settlement.relayer.limit.Audit;
import io.settlement.relayer.limit.Gates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where operators decide about single messages. Every decision is in the audit, in the transaction
 * that carries it out; about large amounts it takes two operators.
 */
final class Desk {
  private final Messages messages;
  private final Redrives redrives;
  private final Gates gates;
  private final Approvals approvals;
  private final Audit audit;
  private final Clock clock;

  Desk(
      Messages messages,
      Redrives redrives,
      Gates gates,
      Approvals approvals,
      Audit audit,
      Clock clock) {
    this.messages = messages;
    this.redrives = redrives;
    this.gates = gates;
    this.approvals = approvals;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who wants something, and why. */
  record Wish(String actor, String because) {}

  /**
   * What became of one message.
   *
   * @param outcome DONE, or NOTHING_TO_DO, or WOULD_FAIL with what the trial said
   * @param trial what the nodes said when each of its works was tried; empty when none was
   * @param restarted what its lanes try again
   */
  record Done(
      TxId txid,
      String outcome,
      @Nullable Stage stage,
      List<Purpose> restarted,
      Map<Purpose, String> trial) {}

  /**
   * The answer to a wish.
   *
   * @param approval the request a second operator has to approve; null when it was carried out
   */
  record Answer(@Nullable Long approval, List<Done> messages) {}

  /** Does it, or asks for a second operator. In a transaction. */
  Answer decide(
      Action action, List<TxId> txids, Wish wish, Map<TxId, Map<Purpose, String>> trials) {
    if (txids.stream().anyMatch(this::needsTwo)) {
      Request request = approvals.ask(action, txids, wish.because(), wish.actor(), clock.instant());
      txids.forEach(
          txid ->
              write(
                  wish,
                  action + "_REQUESTED",
                  txid.hex(),
                  "approval " + request.id() + " is needed"));
      return new Answer(request.id(), List.of());
    }
    return new Answer(null, carryOut(action, txids, wish, trials));
  }

  /** A second operator agrees. In a transaction. */
  Answer approve(long id, Wish wish, Map<TxId, Map<Purpose, String>> trials) {
    Request request = approvals.approve(id, wish.actor());
    request.subjects().forEach(it -> write(wish, "APPROVED", it, "approval " + id));
    return new Answer(id, carryOut(request.action(), request.txids(), wish, trials));
  }

  /** Somebody does not agree, or who asked takes it back. In a transaction. */
  void reject(long id, Wish wish) {
    Request request = approvals.reject(id, wish.actor());
    request.subjects().forEach(it -> write(wish, "REJECTED", it, "approval " + id));
  }

  /** The latest that wait for a second operator. */
  List<Request> pending() {
    return approvals.pending();
  }

  /** One that waits, locked until the transaction ends. */
  Request pending(long id) {
    return approvals.pending(id);
  }

  private List<Done> carryOut(
      Action action, List<TxId> txids, Wish wish, Map<TxId, Map<Purpose, String>> trials) {
    List<Done> done = new ArrayList<>();
    for (TxId txid : txids.stream().sorted(Comparator.comparing(TxId::hex)).toList()) {
      Map<Purpose, String> trial = trials.getOrDefault(txid, Map.of());
      Done one =
          switch (action) {
            case REDRIVE -> redrive(txid, trial);
            case RELEASE -> release(txid);
            case LIMIT, NO_LIMIT -> throw new IllegalArgumentException(action + " of a message");
          };
      write(wish, action.name(), txid.hex(), one.outcome() + (trial.isEmpty() ? "" : " " + trial));
      done.add(one);
    }
    return done;
  }

  private Done redrive(TxId txid, Map<Purpose, String> trial) {
    if (!trial.isEmpty() && trial.values().stream().anyMatch(said -> said.startsWith("REVERTED"))) {
      return new Done(txid, "WOULD_FAIL", stage(txid), List.of(), trial);
    }
    return redrives
        .redrive(txid)
        .map(it -> new Done(txid, "DONE", it.stage(), it.restarted(), trial))
        .orElseGet(() -> new Done(txid, "NOTHING_TO_DO", stage(txid), List.of(), trial));
  }

  private Done release(TxId txid) {
    Optional<Stage> released = redrives.release(txid);
    return new Done(
        txid,
        released.isPresent() ? "DONE" : "NOTHING_TO_DO",
        released.orElseGet(() -> stage(txid)),
        List.of(),
        Map.of());
  }

  private boolean needsTwo(TxId txid) {
    return messages
        .find(txid)
        .map(MessageRow::content)
        .flatMap(gates.passages()::of)
        .filter(gates.limits()::needsTwo)
        .isPresent();
  }

  private @Nullable Stage stage(TxId txid) {
    return messages.find(txid).map(MessageRow::stage).orElse(null);
  }

  private void write(Wish wish, String action, String subject, String result) {
    audit.write(wish.actor(), action, subject, wish.because(), result);
  }
}
