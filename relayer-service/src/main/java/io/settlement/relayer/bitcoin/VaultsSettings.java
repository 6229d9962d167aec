// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 */
@Validated
@ConfigurationProperties("settlement.relayer.bitcoin")
record VaultsSettings(
    @DefaultValue List<@Valid VaultSettings> vaults,
    @DefaultValue("20") @Min(1) @Max(1000) int lookAhead) {}
