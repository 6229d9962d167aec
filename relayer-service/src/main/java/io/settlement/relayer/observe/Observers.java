// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

/** The observing loops of this process. */
final class Observers extends ChainLoops {
  Observers(List<ChainLoop> loops) {
    super(loops);
  }
}
