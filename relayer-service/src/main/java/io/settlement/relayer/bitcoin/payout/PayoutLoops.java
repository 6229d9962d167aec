// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.events.PsbtEvent;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

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
}
