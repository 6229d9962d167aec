// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

/** The attesting loops of this process. */
final class Attesters extends ChainLoops {
  Attesters(List<ChainLoop> loops) {
    super(loops);
  }
}
