// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operator said a chain's native token is worth.
 *
 * @param usd US dollars for one whole token; null when it is another chain's token, or withdrawn
 * @param sameAs the chain whose native token it is too; null when it is priced by itself, or
 *     withdrawn
 * @param by which operator
 * @param because why, in the operator's words
 */
record ToldRate(
    ChainName chain,
    @Nullable BigDecimal usd,
    @Nullable ChainName sameAs,
    String by,
    String because,
    Instant at) {

  boolean isWithdrawn() {
    return usd == null && sameAs == null;
  }

  /** Whether that would be the same word, whoever says it and when. */
  boolean says(@Nullable BigDecimal otherUsd, @Nullable ChainName otherSameAs) {
    return Objects.equals(plain(usd), plain(otherUsd)) && Objects.equals(sameAs, otherSameAs);
  }

  private static @Nullable String plain(@Nullable BigDecimal usd) {
    return usd == null ? null : usd.stripTrailingZeros().toPlainString();
  }
}
