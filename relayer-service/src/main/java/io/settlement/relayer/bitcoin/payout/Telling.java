// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.events.SuiteEvent;
import java.util.List;

/** Says facts when the caller's transaction commits, or never: the outbox. */
@FunctionalInterface
public interface Telling {

  /** In this order. */
  void tell(List<? extends SuiteEvent> facts);
}
