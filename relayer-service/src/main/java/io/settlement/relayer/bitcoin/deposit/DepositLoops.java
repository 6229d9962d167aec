// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import java.util.List;

/** The loop that reads Bitcoin for deposits. */
final class DepositLoops extends ChainLoops {
  DepositLoops(List<ChainLoop> loops) {
    super(loops);
  }
}
