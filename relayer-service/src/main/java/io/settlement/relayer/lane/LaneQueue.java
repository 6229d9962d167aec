// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.DeliveryEvent.DeliveryQueued;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where work for lanes is put down. The rows are the truth; a fact for each lane touched wakes its
 * owner. Everything happens in the caller's transaction.
 */
public final class LaneQueue {
  private final Lanes lanes;
  private final IntentTable intents;
  private final PayoutQueue payouts;
  private final Outbox outbox;
  private final Clock clock;

  LaneQueue(Lanes lanes, IntentTable intents, PayoutQueue payouts, Outbox outbox, Clock clock) {
    this.lanes = lanes;
    this.intents = intents;
    this.payouts = payouts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Whether this courier has a key on the chain, or pays there. */
  public boolean serves(ChainName chain) {
    return lanes.serves(chain) || payouts.serves(chain);
  }

  /** Queues work; what was queued for the same purpose before stays as it is. */
  public void enqueue(Collection<Work> works) {
    if (works.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    intents.add(works, now);
    wake(works, now);
  }

  /** The chain logged, finally, what these intents were for. */
  public void done(Map<TxId, ? extends Collection<Purpose>> ends) {
    List<IntentTable.Key> keys =
        ends.entrySet().stream()
            .flatMap(
                end ->
                    end.getValue().stream()
                        .map(purpose -> new IntentTable.Key(end.getKey(), purpose)))
            .toList();
    if (!keys.isEmpty()) {
      intents.done(keys);
    }
  }

  /** The deadlines of these messages have passed: none of them is delivered any more. */
  public void tooLate(Collection<TxId> txids) {
    if (!txids.isEmpty()) {
      intents.withdraw(txids, Purpose.DELIVER, Reason.EXPIRED.name());
    }
  }

  /** More was prepaid for these messages: what waits for that is looked at again at once. */
  public void paid(Collection<TxId> txids) {
    if (!txids.isEmpty()) {
      intents.paid(txids, clock.instant());
    }
  }

  /** What parked work holds. */
  public Work work(TxId txid, Purpose purpose) {
    return intents.work(new IntentTable.Key(txid, purpose));
  }

  /** What a message waits for a human with. */
  public List<Purpose> parked(TxId txid) {
    return intents.parked(txid);
  }

  /**
   * Starts a parked intent over.
   *
   * @param renewed what it needs today; empty to go on with what it has
   */
  public void restart(TxId txid, Purpose purpose, Optional<Work> renewed) {
    Instant now = clock.instant();
    Work work = renewed.orElseGet(() -> intents.work(new IntentTable.Key(txid, purpose)));
    intents.restart(work, now);
    wake(List.of(work), now);
  }

  /** Where no lane is open yet nobody is to be woken: the one that comes finds the rows. */
  private void wake(Collection<Work> works, Instant now) {
    Map<LaneId, DeliveryQueued> first = new LinkedHashMap<>();
    for (Work work : works) {
      if (work instanceof Work.PayOut payOut) {
        payouts.ring(payOut.chain());
        continue;
      }
      lanes
          .of(work.chain(), work.txid())
          .ifPresent(
              lane ->
                  first.putIfAbsent(
                      lane, new DeliveryQueued(lane, work.txid(), work.purpose().name(), now)));
    }
    outbox.append(List.copyOf(first.values()));
  }
}
