// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.PsbtEvent;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

/** A loop for each vault that the key of this validator belongs to. */
final class CosignLoops extends ChainLoops {
  private final List<Cosigner> cosigners;

  CosignLoops(List<Cosigner> cosigners, List<ChainLoop> loops) {
    super(loops);
    this.cosigners = List.copyOf(cosigners);
  }

  /** In the caller's transaction; each takes what is its vault's. */
  void onFacts(List<PsbtEvent> facts) {
    cosigners.forEach(one -> one.onFacts(facts));
  }
}
