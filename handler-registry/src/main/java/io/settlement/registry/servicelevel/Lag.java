// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.watch.Probe.Block;
import io.settlement.conformance.watch.Probe.Sight;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far a provider's newest block is behind the others'.
 *
 * @param blocks by height
 * @param seconds by the blocks' own times
 */
record Lag(long blocks, long seconds) {
  static final Lag NONE = new Lag(0, 0);

  /** Of every provider that answered, by its id, beside the others of its chain. */
  static Map<String, Lag> of(Collection<Look> looks) {
    Map<String, Lag> lags = new HashMap<>();
    looks.stream()
        .filter(Look::isRight)
        .collect(Collectors.groupingBy(look -> look.provider().chainId()))
        .values()
        .forEach(
            chain -> {
              Block best = best(chain);
              chain.forEach(look -> lags.put(look.id(), behind(best, head(look))));
            });
    return lags;
  }

  /**
   * The highest of two, the second highest of more: one provider that boasts does not make the
   * others look late.
   */
  private static Block best(List<Look> looks) {
    return looks.stream()
        .map(Lag::head)
        .sorted(Comparator.comparingLong(Block::number).reversed())
        .skip(looks.size() > 2 ? 1 : 0)
        .findFirst()
        .orElseThrow();
  }

  private static Block head(Look look) {
    return look.sight().map(Sight::head).orElseThrow();
  }

  private static Lag behind(Block best, Block own) {
    long blocks = best.number() - own.number();
    return blocks <= 0
        ? NONE
        : new Lag(blocks, Math.max(0, best.time().getEpochSecond() - own.time().getEpochSecond()));
  }
}
