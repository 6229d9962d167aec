// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

/**
 * By what the configured weight of a provider is scaled.
 *
 * @param percent 1 to 100: nobody is silenced by it, only asked less often
 * @param why what led to it, in words; empty when it is whole
 */
public record WeightFactor(int percent, String why) {
  /** The weight as it is configured. */
  public static final WeightFactor WHOLE = new WeightFactor(100, "");

  /** Refuses what would silence a provider, or raise it above what its operator configured. */
  public WeightFactor {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a weight is scaled by 1 to 100 %, not by " + percent);
    }
  }
}
