// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Wei;
import io.settlement.gas.price.Price;

/**
 * What the user's own transaction is priced by.
 *
 * @param price with headroom
 * @param assumedData what its bytes cost beside gas when its units are assumed
 * @param triedData the same when a node tried it, whose units may have the bytes inside
 */
record SourcePrice(Price price, Wei assumedData, Wei triedData) {

  LegPrice leg(Units units) {
    boolean assumed = units.source() == GasSource.DEFAULT;
    return LegPrice.onSource(Leg.SOURCE, units, price, assumed ? assumedData : triedData);
  }
}
