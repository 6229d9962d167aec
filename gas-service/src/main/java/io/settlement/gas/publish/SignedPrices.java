// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.gas.price.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices as contracts are told them. */
final class SignedPrices {
  private static final BigDecimal RATE_UNIT = new BigDecimal("1e18");
  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  private SignedPrices() {}

  /**
   * A chain's price for the contract of another; the rate is rounded up.
   *
   * @param home price of the contract's chain
   */
  static SignedPrice of(Price price, Price home) {
    BigInteger rate =
        price
            .nativeUsd()
            .multiply(RATE_UNIT)
            .divide(home.nativeUsd(), 0, RoundingMode.CEILING)
            .toBigIntegerExact();
    return new SignedPrice(
        price.chain(), price.baseFee(), price.priorityFee(), price.gasPerByte(), rate);
  }

  /** Whether a chain came or went, or a number moved by a share of what it was. */
  static boolean moved(List<SignedPrice> before, List<SignedPrice> after, int changeBps) {
    Map<ChainName, SignedPrice> known =
        before.stream().collect(Collectors.toMap(SignedPrice::chain, Function.identity()));
    return before.size() != after.size()
        || after.stream().anyMatch(next -> moved(known.get(next.chain()), next, changeBps));
  }

  private static boolean moved(@Nullable SignedPrice before, SignedPrice after, int changeBps) {
    return before == null
        || moved(perGas(before), perGas(after), changeBps)
        || moved(before.gasPerByte().value(), after.gasPerByte().value(), changeBps)
        || moved(before.rate(), after.rate(), changeBps);
  }

  private static BigInteger perGas(SignedPrice price) {
    return price.baseFee().value().add(price.priorityFee().value());
  }

  private static boolean moved(BigInteger before, BigInteger after, int changeBps) {
    BigInteger difference = after.subtract(before).abs();
    return difference.signum() > 0
        && difference.multiply(WHOLE).compareTo(before.multiply(BigInteger.valueOf(changeBps)))
            >= 0;
  }
}
