// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatesTest {

  @Test
  void equalTokensAreWorthTheSame() {
    Rates rates = new Rates(new BigDecimal("2000.00"), new BigDecimal("2000"));

    assertThat(rates.toSource(Wei.of(123))).isEqualTo(Wei.of(123));
  }

  @Test
  void roundsUpToTheNextWei() {
    Rates rates = new Rates(new BigDecimal("3"), new BigDecimal("1"));

    assertThat(rates.toSource(Wei.of(0))).isEqualTo(Wei.ZERO);
    assertThat(rates.toSource(Wei.of(3))).isEqualTo(Wei.of(1));
    assertThat(rates.toSource(Wei.of(4))).isEqualTo(Wei.of(2));
  }

  @Test
  void isNeverTooLowAndNeverAWholeWeiTooHigh() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      BigDecimal source = rate(random);
      BigDecimal destination = rate(random);
      BigInteger fee = new BigInteger(80, random);

      BigInteger charged = new Rates(source, destination).toSource(new Wei(fee)).value();

      BigDecimal owed = new BigDecimal(fee).multiply(destination);
      assertThat(new BigDecimal(charged).multiply(source)).isGreaterThanOrEqualTo(owed);
      assertThat(new BigDecimal(charged.subtract(BigInteger.ONE)).multiply(source))
          .isLessThan(owed);
    }
  }

  private static BigDecimal rate(Random random) {
    return new BigDecimal(BigInteger.valueOf(1 + random.nextInt(1_000_000)), random.nextInt(9));
  }
}
