// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.value.ChainName;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

/** The attesting loops of this process. */
final class Attesters extends ChainLoops {
  Attesters() {
    super(List.of());
  }

  /** One more chain to check things about. */
  void watch(ChainLoop loop) {
    add(loop);
  }

  /** Whether anything about a chain can be checked here. */
  boolean isWatched(ChainName chain) {
    return loops().stream().anyMatch(loop -> loop.chain().equals(chain));
  }
}
