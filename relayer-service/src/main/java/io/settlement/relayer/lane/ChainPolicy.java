// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Wei;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator wants on one chain.
 *
 * @param simulate which transactions are tried on a node before they are signed
 * @param sample of how many transactions one is tried when {@code simulate} is SAMPLED
 * @param feeType type of the transactions
 * @param tipPercentile of what was paid in the last blocks, 1 to 100; 0 takes the node's suggestion
 * @param maxFee most a transaction may offer for a unit of gas, wei; null when anything may be paid
 * @param maxTip most of it for the block producer, wei; null when anything may be paid
 * @param pauseMaxFee the same for the pause of an artifact, which {@code maxFee} does not hold up
 * @param lowBalance below this a submitter raises an alarm and asks the treasury, wei
 */
record ChainPolicy(
    @DefaultValue("ALWAYS") @NotNull Simulate simulate,
    @DefaultValue("10") @Min(1) int sample,
    @DefaultValue("AUTO") @NotNull FeeType feeType,
    @DefaultValue("0") @Min(0) @Max(100) int tipPercentile,
    @Nullable Wei maxFee,
    @Nullable Wei maxTip,
    @Nullable Wei pauseMaxFee,
    @DefaultValue("100000000000000000") @NotNull Wei lowBalance) {

  /** What holds for a chain nobody said anything about. */
  static final ChainPolicy USUAL =
      new ChainPolicy(
          Simulate.ALWAYS, 10, FeeType.AUTO, 0, null, null, null, Wei.parse("100000000000000000"));

  /** Which transactions are tried on a node before they are signed. */
  enum Simulate {
    /** Every one. */
    ALWAYS,
    /** One in so many, and those with a message that failed before. */
    SAMPLED,
    /** Those with a message that failed before. */
    RETRIES,
    /** None: what cannot be done is found out on chain. */
    OFF
  }

  /** Type of the transactions. */
  enum FeeType {
    /** EIP-1559 where blocks have a base fee, else legacy. */
    AUTO,
    /** Type 2. */
    EIP1559,
    /** Type 0, with one gas price. */
    LEGACY
  }
}
