// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

/**
 * A price of block space.
 *
 * @param perKvb satoshi for a thousand virtual bytes; positive
 */
public record FeeRate(long perKvb) implements Comparable<FeeRate> {
  private static final long WEIGHT_OF_KVB = 4_000;
  private static final long MOST = 100_000_000;

  /** What nodes relay at least, and by what a replacement must exceed what it replaces. */
  public static final FeeRate LEAST = new FeeRate(1_000);

  /**
   * Refuses what is no price.
   *
   * @throws IllegalArgumentException when it is not positive or absurd
   */
  public FeeRate {
    if (perKvb <= 0 || perKvb > MOST) {
      throw new IllegalArgumentException("fee rate of " + perKvb + " satoshi per kvB");
    }
  }

  /** From satoshi per virtual byte. */
  public static FeeRate perVbyte(long satoshi) {
    return new FeeRate(Math.multiplyExact(satoshi, 1_000));
  }

  /** Satoshi for this weight, rounded up: never less than the rate. */
  public long of(long weight) {
    return Math.ceilDiv(Math.multiplyExact(perKvb, weight), WEIGHT_OF_KVB);
  }

  /** Satoshi for this weight, rounded down. */
  long floorOf(long weight) {
    return Math.multiplyExact(perKvb, weight) / WEIGHT_OF_KVB;
  }

  @Override
  public int compareTo(FeeRate other) {
    return Long.compare(perKvb, other.perKvb);
  }
}
