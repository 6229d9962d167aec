// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The vaults of this process.
 *
 * @param vaults each with its own descriptor and handler
 * @param lookAhead scripts beyond the last one given out that are watched too: what pays to them is
 *     an alarm
 * @param lastIndex the last script of each branch that nodes look for coins under: addresses are
 *     given out up to there
 * @param blockInterval how long a block takes, for what is said of unbonding in time
 */
@Validated
@ConfigurationProperties("settlement.relayer.bitcoin")
record VaultsSettings(
    @DefaultValue List<@Valid VaultSettings> vaults,
    @DefaultValue("20") @Min(1) @Max(1000) int lookAhead,
    @DefaultValue("1000") @Min(1000) @Max(1_000_000) int lastIndex,
    @DefaultValue("10m") @NotNull Duration blockInterval) {}
