// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.InvalidValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/** Any price feed with the AggregatorV3 interface. */
public final class AggregatorAbi {
  private static final byte[] LATEST = Abi.selector("latestRoundData()");
  private static final byte[] DECIMALS = Abi.selector("decimals()");
  private static final int MOST_DECIMALS = 36;

  private AggregatorAbi() {}

  /**
   * What the feed said last.
   *
   * @param value in whole units, positive
   * @param updatedAt when it said so, by its chain's clock
   */
  public record Round(BigDecimal value, Instant updatedAt) {}

  /** Calldata that asks for the last round; read the answer with {@link #round}. */
  public static byte[] latestRound() {
    return LATEST.clone();
  }

  /** Calldata that asks for the decimals of a round's value. */
  public static byte[] decimals() {
    return DECIMALS.clone();
  }

  /**
   * The last round.
   *
   * @param round answer to {@link #latestRound}
   * @param decimals answer to {@link #decimals}
   * @throws InvalidValue when the price is not above zero, or the round is not complete
   */
  public static Round round(byte[] round, byte[] decimals) {
    AbiReader data = new AbiReader("aggregator round", round);
    BigInteger answer = data.uint(1);
    // An int256: the highest bit is the sign.
    if (answer.signum() == 0 || answer.bitLength() > 255) {
      throw data.refused("a price that is not above zero");
    }
    long updatedAt = data.number(3);
    if (updatedAt == 0) {
      throw data.refused("a round that is not complete");
    }
    int scale = new AbiReader("aggregator decimals", decimals).small(0);
    if (scale > MOST_DECIMALS) {
      throw new InvalidValue("aggregator decimals", Integer.toString(scale));
    }
    return new Round(new BigDecimal(answer, scale), PackedTerms.deadline(updatedAt));
  }
}
