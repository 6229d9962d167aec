// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

/** Where a number of units comes from; stored by name. */
public enum GasSource {
  /** A node executed the very call. */
  ESTIMATED,
  /** The newest measured messages of the route. */
  LEARNED,
  /** The settings. */
  DEFAULT
}
