// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

/** Why a chain's price may not be used. */
public enum Refusal {
  /** It, or what is known of its token's price, is too old. */
  STALE,
  /** Those who price its token contradict each other. */
  CONTRADICTORY
}
