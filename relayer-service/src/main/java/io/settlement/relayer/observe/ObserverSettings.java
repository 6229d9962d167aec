// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the observer reads.
 *
 * @param startBlocks by chain name, the first block to read when nothing was read yet; 0 when left
 *     out
 * @param firstRetry wait after a first failure; doubles with each further one
 * @param lastRetry the longest such wait
 * @param haltedRecheck how often a chain that contradicts its checkpoint is looked at again
 */
@Validated
@ConfigurationProperties("settlement.relayer.observer")
record ObserverSettings(
    @DefaultValue @NotNull Map<String, Long> startBlocks,
    @DefaultValue("500ms") @NotNull Duration firstRetry,
    @DefaultValue("10s") @NotNull Duration lastRetry,
    @DefaultValue("30s") @NotNull Duration haltedRecheck) {}
