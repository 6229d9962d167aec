// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.registry.MessageFollower;
import io.settlement.registry.probation.Evidence.Carried;
import io.settlement.registry.probation.Evidence.Fault;
import io.settlement.registry.probation.Evidence.Happened;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What messages say of the routes they take, as long as those are on probation. */
@Component
class RouteMessages implements MessageFollower {
  /** A message that is parked for another reason is the operator's own affair, not its route's. */
  private static final Set<Reason> FAULTS =
      Set.of(Reason.HANDLER_REVERTED, Reason.REVERTED, Reason.GAS_LIMIT, Reason.UNMENTIONED);

  private final ProbationTable table;
  private final Evidence evidence;
  private final Probations probations;
  private final Clock clock;

  RouteMessages(ProbationTable table, Evidence evidence, Probations probations, Clock clock) {
    this.table = table;
    this.evidence = evidence;
    this.probations = probations;
    this.clock = clock;
  }

  @Override
  public void onMessages(List<MessageEvent> facts) {
    Set<RouteId> routes =
        table.all().stream()
            .filter(one -> !one.isPassed())
            .map(Probation::route)
            .collect(Collectors.toSet());
    if (!routes.isEmpty()) {
      new Poll(routes, facts).save();
    }
  }

  private final class Poll {
    private final List<Carried> carried = new ArrayList<>();
    private final List<Happened> settled = new ArrayList<>();
    private final List<Happened> failed = new ArrayList<>();
    private final List<TxId> orphaned = new ArrayList<>();

    Poll(Set<RouteId> routes, List<MessageEvent> facts) {
      for (MessageEvent fact : facts) {
        if (fact instanceof MessageFinal sent && routes.contains(sent.message().route())) {
          carried.add(new Carried(sent.txid(), sent.message().route(), sent.at()));
        } else {
          sort(fact);
        }
      }
    }

    private void sort(MessageEvent fact) {
      switch (fact) {
        case MessageDelivered it -> {
          if (it.outcome() == Outcome.FAILED) {
            fault(it, "FAILED");
          }
        }
        case MessageParked it -> {
          if (isFault(it)) {
            fault(it, "PARKED " + it.reason());
          }
        }
        case FactWithdrawn it -> fault(it, "REORGANISED");
        case MessageSettled it -> {
          if (it.outcome() == Outcome.SUCCESS) {
            settled.add(new Happened(it.txid(), it.at(), "SETTLED"));
          }
        }
        case MessageOrphaned it -> orphaned.add(it.txid());
        default -> {}
      }
    }

    private static boolean isFault(MessageParked parked) {
      return Reason.ofWord(parked.reason()).filter(FAULTS::contains).isPresent();
    }

    private void fault(MessageEvent fact, String what) {
      failed.add(new Happened(fact.txid(), fact.at(), what));
    }

    void save() {
      if (!carried.isEmpty()) {
        evidence.carry(carried);
      }
      if (!settled.isEmpty()) {
        evidence.settle(settled);
      }
      if (!orphaned.isEmpty()) {
        evidence.forget(orphaned);
      }
      List<Fault> faults = failed.isEmpty() ? List.of() : evidence.fail(failed);
      probations.failed(faults, clock.instant());
    }
  }
}
