// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

/** The loops that tell what accounts paid, one for each chain. */
final class Bookkeeping extends ChainLoops {
  Bookkeeping() {
    super(List.of());
  }

  /** One more chain. */
  void keep(ChainLoop loop) {
    add(loop);
  }
}
