// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.value.FinalityTier;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Amounts of satoshi that are good with fewer blocks than the others. */
public final class ConfirmationTiers {
  private ConfirmationTiers() {}

  /** The smallest amount first. */
  public static List<FinalityTier> sorted(List<FinalityTier> tiers) {
    return tiers.stream().sorted(Comparator.comparing(FinalityTier::upTo)).toList();
  }

  /** How many blocks must stand for so many satoshi; empty above all tiers. */
  public static OptionalInt of(List<FinalityTier> sorted, long sats) {
    return sorted.stream()
        .filter(
            tier ->
                tier.upTo().value().bitLength() > 62
                    || sats <= tier.upTo().value().longValueExact())
        .mapToInt(FinalityTier::confirmations)
        .findFirst();
  }
}
