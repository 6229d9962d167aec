// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.observe.ObservationReport.BackfillReport;
import io.settlement.relayer.observe.ObserverConfiguration.ObservedChains;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how the reading of each chain goes. */
@Tag(name = "Chains")
@RestController
@ConditionalOnRole(Role.OBSERVER)
@RequestMapping("/v1/observation")
class ObservationController {
  private static final int MOST_LISTED = 100;

  private final ObservedChains chains;
  private final Observers observers;
  private final ObserverStore store;
  private final ObserverMetrics metrics;

  ObservationController(
      ObservedChains chains, Observers observers, ObserverStore store, ObserverMetrics metrics) {
    this.chains = chains;
    this.observers = observers;
    this.store = store;
    this.metrics = metrics;
  }

  @GetMapping("/{chain}")
  @Operation(
      operationId = "getObservation",
      summary = "How far a chain was read, what certifies it, and what is wrong")
  ObservationReport report(@PathVariable ChainName chain) {
    ChainObserver observer = chains.byName().get(chain);
    if (observer == null) {
      throw Problem.notFound("unknown-chain", "no chain is called " + chain);
    }
    ChainObserver.Heads heads = observer.heads();
    Checkpoint at = observer.checkpoint();
    return new ObservationReport(
        chain,
        heads == null ? null : heads.latest(),
        heads == null ? null : heads.finalised(),
        at.last().number(),
        at.head().number(),
        heads == null ? null : Math.max(0, heads.finalised() - at.last().number()),
        store.records().certificates().coverage(chain),
        store.records().certificates().gaps(chain, MOST_LISTED),
        store.records().backfills().open(chain).stream().map(this::report).toList(),
        store.records().sequences().holes(chain, MOST_LISTED),
        store.open(chain).size(),
        trouble(chain, observer));
  }

  private BackfillReport report(Backfill one) {
    long blocks = one.until().number() - one.from() + 1;
    return new BackfillReport(
        one.from(),
        one.done().number(),
        one.until().number(),
        (int) (100 * (blocks - one.remaining()) / blocks),
        metrics.etaSeconds(one.chain()),
        one.startedAt());
  }

  private List<String> trouble(ChainName chain, ChainObserver observer) {
    List<String> trouble = new ArrayList<>();
    observer.contradiction().ifPresent(trouble::add);
    observer.trouble().ifPresent(trouble::add);
    observers.loops().stream()
        .filter(loop -> loop.chain().equals(chain))
        .map(ChainLoop::trouble)
        .filter(Objects::nonNull)
        .forEach(trouble::add);
    return trouble;
  }
}
