// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import java.math.BigInteger;

/**
 * An artifact's books added up over all chains, as changes since they began.
 *
 * @param supply with holders and in escrow
 * @param expected what messages under way explain: counted twice between arrival and end, not at
 *     all while an arrival is still unheard of
 * @param broken settled messages whose bookings do not add up
 */
record Reserve(String artifact, BigInteger supply, BigInteger expected, long broken) {

  boolean balanced() {
    return broken == 0 && supply.equals(expected);
  }

  BigInteger difference() {
    return supply.subtract(expected);
  }

  String detail() {
    return "supply "
        + supply
        + ", expected "
        + expected
        + ", settled messages that do not add up: "
        + broken;
  }
}
