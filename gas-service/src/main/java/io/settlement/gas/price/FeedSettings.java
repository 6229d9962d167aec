// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * One source of a native token's price in US dollars: a contract or an HTTP address.
 *
 * @param name what it is called in answers, logs and metrics
 * @param maxAge older prices of it do not count; 1 h for a contract, 5 min for an HTTP address
 * @param aggregator a contract with the AggregatorV3 interface
 * @param on the chain that contract is on; the one whose token it prices when left out
 * @param url answers with JSON
 * @param price JSON pointer to the price in that answer, a number or decimal text
 * @param time JSON pointer to its time: ISO text, or seconds or milliseconds since 1970; the time
 *     of the answer when left out
 */
public record FeedSettings(
    String name,
    Duration maxAge,
    @Nullable EvmAddress aggregator,
    @Nullable ChainName on,
    @Nullable URI url,
    @Nullable JsonPointer price,
    @Nullable JsonPointer time) {
  private static final Duration OF_CONTRACTS = Duration.ofHours(1);
  private static final Duration OF_ADDRESSES = Duration.ofMinutes(5);

  /** Fills in defaults, refuses what cannot work. Binding passes null for what is left out. */
  public FeedSettings {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a feed has no name");
    }
    if ((aggregator == null) == (url == null)) {
      throw new IllegalArgumentException(name + ": either aggregator or url");
    }
    if (url != null && price == null) {
      throw new IllegalArgumentException(name + ": price is missing, where in the answer it is");
    }
    maxAge = maxAge != null ? maxAge : url == null ? OF_CONTRACTS : OF_ADDRESSES;
    if (!maxAge.isPositive()) {
      throw new IllegalArgumentException(name + ": max-age must be positive");
    }
  }
}
