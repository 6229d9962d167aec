// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisesTest {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal LEVEL = new BigDecimal("0.2");
  private static final int BLOCKS_AHEAD = 12;

  @Test
  void aFeeThatStandsStillLeavesRoomForASmallRise() {
    Rises rises = Rises.of(fees(IntStream.range(0, 100).map(i -> 1_000)), 24, HALF, LEVEL);

    assertThat(rises.after(Wei.of(1_000), 10)).contains(Wei.of(1_063));
  }

  @Test
  void aFeeThatRoseWithEachBlockIsNotExpectedAboveTheHighestThatWasSeen() {
    Rises rises = Rises.of(fees(IntStream.range(0, 100).map(i -> 1_000 + 10 * i)), 40, HALF, LEVEL);

    // A fifth more over thirty blocks is the middle of what was seen: 1 450 → 1 750.
    assertThat(rises.after(Wei.of(1_450), 30).orElseThrow().value().intValue())
        .isBetween(1_720, 1_780);
    // But for the room above what it is now.
    assertThat(rises.after(Wei.of(1_750), 30)).contains(Wei.of(1_990));
    assertThat(rises.after(Wei.of(1_990), 30)).contains(Wei.of(2_115));
  }

  @Test
  void aFeeThatFallsIsExpectedToHaveRoomAboveWhatItIsNow() {
    Rises rises = Rises.of(fees(IntStream.range(0, 100).map(i -> 2_000 - 10 * i)), 24, HALF, LEVEL);

    // Not so far that it would be a trough: four tenths of what was seen lie below 1 400.
    assertThat(rises.after(Wei.of(1_500), 10)).contains(Wei.of(1_594));
  }

  @Test
  void aTroughIsExpectedToBeOverByThen() {
    Rises rises =
        Rises.of(fees(IntStream.range(0, 100).map(i -> i < 85 ? 1_000 : 700)), 24, HALF, LEVEL);

    assertThat(rises.after(Wei.of(700), 12)).contains(Wei.of(1_000));
    // As fast as full blocks allow, no faster.
    assertThat(rises.after(Wei.of(700), 1)).contains(Wei.of(788));
  }

  @Test
  void neverExpectsMoreThanFullBlocksAllow() {
    Rises rises =
        Rises.of(
            fees(IntStream.range(0, 100).map(i -> i % 2 == 0 ? 1_000 : 9_000)), 24, HALF, LEVEL);

    assertThat(rises.after(Wei.of(1_000), 1)).contains(Wei.of(1_125));
    assertThat(Rises.ceiling(Wei.of(1_000), 2)).isEqualTo(Wei.of(1_266));
    assertThat(Rises.ceiling(Wei.of(7), 1)).isEqualTo(Wei.of(8));
  }

  @Test
  void aFewBlocksSayNothing() {
    assertThat(
            Rises.of(fees(IntStream.range(0, 20).map(i -> 5)), 24, HALF, LEVEL).after(Wei.of(5), 1))
        .isEmpty();
    assertThat(Rises.UNKNOWN.after(Wei.of(5), 1)).isEmpty();
  }

  /**
   * What docs/prices.md counts on: a leg is never paid above what was quoted for it, because
   * nothing is offered above that; and as the fee comes back into the band it moves in, it waits
   * for some blocks, and the payer for no more than a margin and a part of the move.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 30})
  void aThousandMessagesCostLessThanQuotedTheMedianExcessIsBelowThirtyPercentAndFewWait(
      int elasticity) {
    for (int seed = 1; seed <= 3; seed++) {
      List<BigInteger> fees = tide(new Random(seed), elasticity);
      List<Double> excess = new ArrayList<>();
      List<Integer> waits = new ArrayList<>();
      for (int message = 0; message < 1_000; message++) {
        int sent = 120 + 3 * message;
        BigInteger now = fees.get(sent);
        Rises rises = Rises.of(fees.subList(sent - 100, sent + 1), 24, HALF, LEVEL);
        Wei quoted = rises.after(new Wei(now), BLOCKS_AHEAD).orElseThrow();
        int wait = untilRoom(fees, sent + BLOCKS_AHEAD, quoted.value());
        BigInteger paid = fees.get(sent + BLOCKS_AHEAD + wait);
        waits.add(wait);
        // A tenth of margin, as in the settings.
        excess.add(quoted.value().doubleValue() * 1.1 / paid.doubleValue() - 1);
      }
      excess.sort(null);
      waits.sort(null);
      assertThat(excess.getFirst()).isGreaterThanOrEqualTo(0.16);
      assertThat(excess.get(500)).isLessThan(0.3);
      assertThat(waits.get(500)).as("blocks that the first half waits").isZero();
    }
  }

  /** A lane sends when the fee may rise by a sixteenth and still be within what was quoted. */
  private static int untilRoom(List<BigInteger> fees, int from, BigInteger quoted) {
    BigInteger limit = quoted.shiftLeft(4).divide(BigInteger.valueOf(17));
    return IntStream.range(from, fees.size())
            .filter(block -> fees.get(block).compareTo(limit) <= 0)
            .findFirst()
            .orElseThrow()
        - from;
  }

  /**
   * Up or down by up to an eighth with each block, between 5 and 20 gwei.
   *
   * @param elasticity thousandths by which demand answers a fee that is e times the middle
   */
  private static List<BigInteger> tide(Random random, int elasticity) {
    List<BigInteger> fees = new ArrayList<>();
    long fee = 10_000_000_000L;
    for (int i = 0; i < 6_000; i++) {
      long demand = Math.round(elasticity * Math.log(10e9 / fee));
      long change = Math.clamp(random.nextInt(-125, 126) + demand, -125, 125);
      fee = Math.clamp(fee * (1_000 + change) / 1_000, 5_000_000_000L, 20_000_000_000L);
      fees.add(BigInteger.valueOf(fee));
    }
    return fees;
  }

  private static List<BigInteger> fees(IntStream fees) {
    return fees.mapToObj(BigInteger::valueOf).toList();
  }
}
