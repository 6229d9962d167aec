// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.events.value.CrossChainMessage;
import java.util.List;

/** Where admitted withdrawals come from. */
@FunctionalInterface
public interface PayoutSource {

  /** Takes up to so many, oldest first, in the caller's transaction; each only once. */
  List<CrossChainMessage> take(int most);
}
