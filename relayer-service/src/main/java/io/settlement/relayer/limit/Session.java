// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.TxId;
import io.settlement.relayer.limit.Policy.Kind;
import io.settlement.relayer.limit.PolicyTable.Hold;
import io.settlement.relayer.limit.PolicyTable.Passed;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One ruling over many messages, while the rows of their limits are locked. */
final class Session {
  private final List<Policy> policies;
  private final Map<TxId, Hold> holds;
  private final PolicyTable table;
  private final Instant now;
  private final Map<Long, BigInteger> used;
  private final Map<Long, Hold> heads = new HashMap<>();
  private final Set<Long> full = new HashSet<>();
  private final List<Passed> passed = new ArrayList<>();
  private final List<Hold> held = new ArrayList<>();

  private Session(List<Policy> policies, Map<TxId, Hold> holds, PolicyTable table, Instant now) {
    this.policies = policies;
    this.holds = holds;
    this.table = table;
    this.now = now;
    List<Policy> windows = windows();
    this.used = windows.isEmpty() ? new HashMap<>() : table.used(windows, now);
  }

  static Session begin(
      List<Policy> policies,
      Map<TxId, Hold> holds,
      Collection<Passage> passages,
      PolicyTable table,
      Instant now) {
    Session session = new Session(policies, holds, table, now);
    List<Long> enforced =
        session.windows().stream().filter(it -> !it.shadow()).map(Policy::id).toList();
    if (!enforced.isEmpty()) {
      session.heads.putAll(
          table.queueHeads(enforced, passages.stream().map(Passage::txid).toList()));
    }
    return session;
  }

  private List<Policy> windows() {
    return policies.stream().filter(it -> it.kind() == Kind.WINDOW).toList();
  }

  /** Those that wait longest first. */
  List<Passage> inOrder(Collection<Passage> passages) {
    return passages.stream()
        .sorted(
            Comparator.<Passage, Instant>comparing(it -> since(it.txid()))
                .thenComparing(it -> it.txid().hex()))
        .toList();
  }

  Ruling rule(Passage passage) {
    List<Policy> concerned = policies.stream().filter(it -> it.isAbout(passage)).toList();
    for (Policy policy : concerned) {
      Hold hold = policy.shadow() ? null : stopping(policy, passage);
      if (hold != null) {
        held.add(hold);
        return new Ruling(
            policy.told() + (hold.oversized() ? ", it alone is more" : ""), List.of());
      }
    }
    List<String> wouldHold = new ArrayList<>();
    for (Policy policy : concerned) {
      boolean stops = policy.shadow() && stopping(policy, passage) != null;
      if (stops) {
        wouldHold.add(policy.told());
      } else if (policy.kind() == Kind.WINDOW) {
        passed.add(new Passed(policy, passage.amount()));
        used.merge(policy.id(), passage.amount(), BigInteger::add);
      }
    }
    return wouldHold.isEmpty() ? Ruling.PASSES : new Ruling(null, wouldHold);
  }

  /** What is to be put down when the limit stops it; null when it does not. */
  private @Nullable Hold stopping(Policy policy, Passage passage) {
    return policy.kind() == Kind.THRESHOLD ? early(policy, passage) : beyond(policy, passage);
  }

  private @Nullable Hold early(Policy threshold, Passage passage) {
    Instant since = since(passage.txid());
    Instant until = since.plus(threshold.duration());
    return threshold.isReachedBy(passage) && until.isAfter(now)
        ? new Hold(passage.txid(), threshold.id(), passage.amount(), false, since, until)
        : null;
  }

  private @Nullable Hold beyond(Policy window, Passage passage) {
    Instant since = since(passage.txid());
    BigInteger room =
        window.amount().value().subtract(used.getOrDefault(window.id(), BigInteger.ZERO));
    if (passage.amount().compareTo(window.amount().value()) > 0) {
      return new Hold(passage.txid(), window.id(), passage.amount(), true, since, null);
    }
    Hold head = heads.get(window.id());
    boolean mustQueue =
        full.contains(window.id()) || (head != null && head.isBefore(since, passage.txid()));
    if (!mustQueue && passage.amount().compareTo(room) <= 0) {
      return null;
    }
    if (!window.shadow()) {
      full.add(window.id());
    }
    return new Hold(passage.txid(), window.id(), passage.amount(), false, since, null);
  }

  private Instant since(TxId txid) {
    Hold hold = holds.get(txid);
    return hold == null ? now : hold.since();
  }

  void save() {
    if (!passed.isEmpty()) {
      table.count(passed, now);
      table.forget(windows(), now);
    }
    if (!held.isEmpty()) {
      table.hold(held);
    }
  }
}
