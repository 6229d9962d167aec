// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.events.PsbtEvent;
import io.settlement.events.value.HandlerId;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;
import java.util.Optional;

/** A loop for each vault that is paid from here. */
final class PayoutLoops extends ChainLoops {
  private final List<PayoutCoordinator> coordinators;

  PayoutLoops(List<PayoutCoordinator> coordinators, List<ChainLoop> loops) {
    super(loops);
    this.coordinators = List.copyOf(coordinators);
  }

  /** In the caller's transaction; each takes what is its vault's. */
  void onFacts(List<PsbtEvent> facts) {
    coordinators.forEach(one -> one.onFacts(facts));
  }

  /** What operators decide about withdrawals of this vault; empty when it is not paid from here. */
  Optional<PayoutDecisions> decisions(HandlerId vault) {
    return coordinators.stream()
        .filter(one -> one.vault().equals(vault))
        .map(PayoutCoordinator::decisions)
        .findFirst();
  }
}
