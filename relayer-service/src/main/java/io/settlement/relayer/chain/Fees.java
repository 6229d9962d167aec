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

  /** The tip is part of the most. */
  public Fees {
    tip = tip.compareTo(max) > 0 ? max : tip;
  }

  /** Twice the next base fee plus the tip: survives about six full blocks in a row. */
  public static Fees of(FeeSnapshot now) {
    return new Fees(now.baseFeeNextBlock().times(2).plus(now.priorityFee()), now.priorityFee());
  }

  /** The same where it is not more than the limit; else the limit. */
  public Fees within(Wei limit) {
    return new Fees(smaller(max, limit), smaller(tip, limit));
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

  /** The larger of both, part by part. */
  public Fees atLeast(Fees other) {
    return new Fees(larger(max, other.max), larger(tip, other.tip));
  }

  /** Whether every node accepts it in the place of another: both parts are 12.5 % above. */
  public boolean replaces(Fees other) {
    return max.compareTo(raised(other.max)) >= 0 && tip.compareTo(raised(other.tip)) >= 0;
  }

  private static Wei smaller(Wei a, Wei b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Wei larger(Wei a, Wei b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
