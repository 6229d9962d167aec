// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import java.util.Optional;

/** What operators say now that native tokens are worth. */
@FunctionalInterface
interface ToldRates {

  /** What counts of a chain; empty when nobody said anything, or withdrew it. */
  Optional<ToldRate> of(ChainName chain);
}
