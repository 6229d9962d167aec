// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.TxId;
import io.settlement.relayer.limit.Policy.Kind;
import io.settlement.relayer.limit.PolicyTable.Hold;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much may pass. A message is counted in the transaction that admits it, by whoever
 * holds the rows of its limits, so it counts once however many instances there are and however
 * often its facts are repeated. Without limits for what passes it asks nothing of the database.
 */
public final class Limits {
  private static final Duration FRESH = Duration.ofMillis(500);

  private final PolicyTable table;
  private final MeterRegistry meters;
  private final Clock clock;
  private volatile @Nullable Known known;

  Limits(PolicyTable table, MeterRegistry meters, Clock clock) {
    this.table = table;
    this.meters = meters;
    this.clock = clock;
  }

  private record Known(List<Policy> policies, Instant at) {}

  /** Limits as they were at most half a second ago. */
  private List<Policy> policies(Instant now) {
    Known latest = known;
    if (latest == null || latest.at().plus(FRESH).isBefore(now)) {
      latest = new Known(table.all(), now);
      known = latest;
    }
    return latest.policies();
  }

  /** Limits have been changed here: they are read again. */
  void changed() {
    known = null;
  }

  /**
   * Which of these may pass now; those that may are counted, those that may not are put down as
   * held. In the transaction that admits them, with their messages locked.
   */
  public Map<TxId, Ruling> rule(Collection<Passage> passages) {
    Instant now = clock.instant();
    List<Policy> concerned =
        policies(now).stream()
            .filter(policy -> policy.kind() != Kind.FOUR_EYES)
            .filter(policy -> passages.stream().anyMatch(it -> concerns(policy, it)))
            .toList();
    if (concerned.isEmpty()) {
      return Map.of();
    }
    List<Policy> policies = table.lock(concerned.stream().map(Policy::id).toList());
    Map<TxId, Hold> holds = table.holds(passages.stream().map(Passage::txid).toList());
    Session session = Session.begin(policies, holds, passages, table, now);
    Map<TxId, Ruling> rulings = new LinkedHashMap<>();
    session.inOrder(passages).forEach(it -> rulings.put(it.txid(), session.rule(it)));
    session.save();
    rulings.values().forEach(this::tell);
    return rulings;
  }

  private static boolean concerns(Policy policy, Passage passage) {
    return policy.isAbout(passage) && (policy.kind() == Kind.WINDOW || policy.isReachedBy(passage));
  }

  /** Whether what an operator decides about it needs a second operator. */
  public boolean needsTwo(Passage passage) {
    return policies(clock.instant()).stream()
        .anyMatch(
            policy ->
                policy.kind() == Kind.FOUR_EYES
                    && policy.isAbout(passage)
                    && policy.isReachedBy(passage));
  }

  /** No limit holds these any more. */
  public void letGo(Collection<TxId> txids) {
    table.letGo(txids);
  }

  /** Held ones that may go on now; at most so many for each cause. */
  public List<TxId> due(int limit) {
    return table.due(clock.instant(), limit);
  }

  private void tell(Ruling ruling) {
    if (ruling.heldBy() != null) {
      meters.counter("settlement.limits", "outcome", "held").increment();
    }
    if (!ruling.wouldHold().isEmpty()) {
      meters.counter("settlement.limits", "outcome", "would-be-held").increment();
    }
  }
}
