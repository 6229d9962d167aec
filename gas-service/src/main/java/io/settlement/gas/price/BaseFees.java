// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How the base fees of chains moved lately. */
@Component
class BaseFees {
  private final Map<ChainName, Rises> rises = new ConcurrentHashMap<>();
  private final PriceSettings.Projection settings;

  BaseFees(PriceSettings settings) {
    this.settings = settings.projection();
  }

  /** Takes what a chain said of its last blocks. */
  void note(ChainName chain, List<Wei> history) {
    List<BigInteger> fees = history.stream().map(Wei::value).toList();
    rises.put(chain, Rises.of(fees, settings.maxBlocks(), settings.percentile(), settings.level()));
  }

  /** What is known of a chain; nothing before its first sample. */
  Rises of(ChainName chain) {
    return rises.getOrDefault(chain, Rises.UNKNOWN);
  }
}
