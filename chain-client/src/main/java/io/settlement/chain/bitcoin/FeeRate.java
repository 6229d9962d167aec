// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

/**
 * What a transaction pays for its size.
 *
 * @param satsPerKvb satoshi for 1000 virtual bytes
 */
public record FeeRate(long satsPerKvb) implements Comparable<FeeRate> {
  private static final long UNIT = 1000;

  /** Refuses negative rates. */
  public FeeRate {
    if (satsPerKvb < 0) {
      throw new IllegalArgumentException("fee rate must not be negative: " + satsPerKvb);
    }
  }

  /** From the usual unit, satoshi for one virtual byte. */
  public static FeeRate ofSatsPerVbyte(long sats) {
    return new FeeRate(Math.multiplyExact(sats, UNIT));
  }

  /** What a fee means for a size, rounded down. */
  public static FeeRate of(long feeSats, long vbytes) {
    return new FeeRate(Math.multiplyExact(feeSats, UNIT) / vbytes);
  }

  /** The fee of this many virtual bytes, rounded up: a satoshi less could be too little. */
  public long feeOf(long vbytes) {
    return Math.ceilDiv(Math.multiplyExact(satsPerKvb, vbytes), UNIT);
  }

  /** The higher of the two. */
  public FeeRate atLeast(FeeRate other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** The lower of the two. */
  public FeeRate atMost(FeeRate other) {
    return compareTo(other) > 0 ? other : this;
  }

  @Override
  public int compareTo(FeeRate other) {
    return Long.compare(satsPerKvb, other.satsPerKvb);
  }

  @Override
  public String toString() {
    return satsPerKvb / UNIT + "." + "%03d".formatted(satsPerKvb % UNIT) + " sat/vB";
  }
}
