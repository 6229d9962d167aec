// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.chain.FeeSnapshot;
import io.settlement.events.value.Wei;
import java.math.BigInteger;

/**
 * What a transaction offers for one unit of gas (EIP-1559).
 *
 * @param max the most it pays, tip included
 * @param tip what the block producer gets on top of the base fee
 */
public record Fees(Wei max, Wei tip) {
  private static final BigInteger RAISE = BigInteger.valueOf(1125);
  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  /** Twice the next base fee plus the tip: survives about six full blocks in a row. */
  public static Fees of(FeeSnapshot now) {
    return new Fees(now.baseFeeNextBlock().times(2).plus(now.priorityFee()), now.priorityFee());
  }

  /**
   * What a replacement must offer: both parts raised by 12.5 % (rounded up, at least one wei),
   * which every node accepts as a replacement, and never below what a new transaction would offer.
   */
  public Fees raisedTo(Fees now) {
    return new Fees(larger(raised(max), now.max), larger(raised(tip), now.tip));
  }

  private static Wei raised(Wei price) {
    BigInteger scaled = price.value().multiply(RAISE).add(THOUSAND).subtract(BigInteger.ONE);
    return new Wei(scaled.divide(THOUSAND).max(price.value().add(BigInteger.ONE)));
  }

  private static Wei larger(Wei a, Wei b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
