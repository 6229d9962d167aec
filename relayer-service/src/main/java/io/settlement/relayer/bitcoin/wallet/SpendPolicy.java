// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.chain.bitcoin.FeeRate;

/**
 * How coins are chosen.
 *
 * @param mostInputs of one transaction
 * @param consolidateAtMost at this rate or below, small coins are spent along
 * @param consolidatedInputs how many small coins are spent along at most
 */
public record SpendPolicy(int mostInputs, FeeRate consolidateAtMost, int consolidatedInputs) {

  /** Refuses limits that allow nothing. */
  public SpendPolicy {
    if (mostInputs < 1 || consolidatedInputs < 0) {
      throw new IllegalArgumentException(mostInputs + " inputs, " + consolidatedInputs + " more");
    }
  }
}
