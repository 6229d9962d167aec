// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Gas;

/**
 * Units of gas and where the number comes from.
 *
 * @param gas a limit that nearly every message stays below
 */
public record Units(Gas gas, GasSource source) {

  Units plus(long more) {
    return more == 0 ? this : new Units(gas.plus(new Gas(more)), source);
  }
}
