// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How balances are proved.
 *
 * @param interval pause between two proofs
 * @param patience how long a fact may come later than its log, or a log be missing for a fact,
 *     before that is a mismatch
 * @param ledgerInterval pause between two comparisons of the whole ledger with the vaults' books
 * @param startBlocks the block before which nobody had paid into a chain's vault, by chain name; 0
 *     when left out
 */
@Validated
@ConfigurationProperties("settlement.gas.proof")
record ProofSettings(
    @DefaultValue("30s") @DurationMin(millis = 10) Duration interval,
    @DefaultValue("10m") @DurationMin(millis = 10) Duration patience,
    @DefaultValue("10m") @DurationMin(millis = 10) Duration ledgerInterval,
    Map<String, @Min(0) Long> startBlocks) {
  /** Nowhere a start of its own when none is named. */
  @SuppressWarnings("ConstantValue")
  ProofSettings {
    startBlocks = startBlocks == null ? Map.of() : Map.copyOf(startBlocks);
  }
}
