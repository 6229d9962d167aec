// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * By how much a chain's base fee rose over so many blocks, as it was seen.
 *
 * @param factors by number of blocks less one, in millionths, rounded up
 * @param level base fee that is no trough: what is lower now is expected to come back to it
 * @param highest base fee that was seen
 */
@SuppressWarnings("ArrayRecordComponent")
record Rises(long[] factors, BigInteger level, BigInteger highest) {
  static final Rises UNKNOWN = new Rises(new long[0], BigInteger.ZERO, BigInteger.ZERO);

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
  private static final BigInteger NINE = BigInteger.valueOf(9);
  private static final BigInteger EIGHT = BigInteger.valueOf(8);

  /** Fewer pairs of blocks say nothing. */
  private static final int FEWEST = 20;

  /**
   * Learns from base fees in their order.
   *
   * @param percentile of the rises over a number of blocks, 0 to 1, that is taken for it
   * @param level percentile of the fees, 0 to 1, that is no trough
   */
  static Rises of(List<BigInteger> fees, int maxBlocks, BigDecimal percentile, BigDecimal level) {
    int known = Math.max(0, Math.min(maxBlocks, fees.size() - FEWEST));
    long[] factors = new long[known];
    for (int blocks = 1; blocks <= known; blocks++) {
      factors[blocks - 1] = rise(fees, blocks, percentile);
    }
    if (fees.isEmpty()) {
      return UNKNOWN;
    }
    List<BigInteger> sorted = fees.stream().sorted().toList();
    return new Rises(factors, sorted.get(place(level, sorted.size())), sorted.getLast());
  }

  private static long rise(List<BigInteger> fees, int blocks, BigDecimal percentile) {
    long[] rises = new long[fees.size() - blocks];
    for (int i = 0; i < rises.length; i++) {
      rises[i] = ratio(fees.get(i + blocks), fees.get(i));
    }
    Arrays.sort(rises);
    return rises[place(percentile, rises.length)];
  }

  /** Where a percentile of so many sorted numbers stands. */
  private static int place(BigDecimal percentile, int numbers) {
    int place =
        percentile
            .multiply(BigDecimal.valueOf(numbers))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return Math.max(0, place - 1);
  }

  private static long ratio(BigInteger after, BigInteger before) {
    BigInteger divisor = before.max(BigInteger.ONE);
    BigInteger scaled = after.multiply(MILLION).add(divisor).subtract(BigInteger.ONE);
    return scaled.divide(divisor).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  /**
   * What a base fee is expected to be at most after so many blocks: risen as often was seen, or
   * back from a trough, but not above the highest that was seen nor what EIP-1559 allows, and
   * always a sixteenth above what it is now: relayer-service's lanes send nothing whose price does
   * not leave that much room. Rounded up.
   *
   * @return empty when too little was seen
   */
  Optional<Wei> after(Wei now, int blocks) {
    if (factors.length == 0) {
      return Optional.empty();
    }
    long factor = factors[Math.min(blocks, factors.length) - 1];
    BigInteger scaled = now.value().multiply(BigInteger.valueOf(factor));
    BigInteger risen = scaled.add(MILLION).subtract(BigInteger.ONE).divide(MILLION).max(level);
    return Optional.of(
        new Wei(risen.min(highest).min(ceiling(now, blocks).value()).max(withRoom(now))));
  }

  /** Half of what a full block adds, rounded up. */
  private static BigInteger withRoom(Wei now) {
    BigInteger sixteenths = now.value().multiply(BigInteger.valueOf(17));
    return sixteenths.add(BigInteger.valueOf(15)).shiftRight(4);
  }

  /** What it is when each block until then is full: an eighth more with each, rounded up. */
  static Wei ceiling(Wei now, int blocks) {
    BigInteger full = now.value().multiply(NINE.pow(blocks));
    BigInteger divisor = EIGHT.pow(blocks);
    return new Wei(full.add(divisor).subtract(BigInteger.ONE).divide(divisor));
  }
}
