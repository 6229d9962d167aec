// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
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
 * @param haltedRecheck how often a chain that an operator has to look at is asked about
 * @param reorgConfirmation how long final blocks must have been replaced, before it is believed
 * @param backfillBeyond most final blocks the live head reads itself when it starts; what is more
 *     is filled in by a loop of its own
 * @param backfillPause rest of that loop between two ranges
 * @param holeRecheck how often blocks with missing message numbers are read again
 * @param holeAlarm how long a number may be missing before it is an alarm
 * @param bloomless chains whose headers have no blooms that mean something: every block without
 *     logs is looked at
 */
@Validated
@ConfigurationProperties("settlement.relayer.observer")
record ObserverSettings(
    @DefaultValue @NotNull Map<String, Long> startBlocks,
    @DefaultValue("500ms") @NotNull Duration firstRetry,
    @DefaultValue("10s") @NotNull Duration lastRetry,
    @DefaultValue("30s") @NotNull Duration haltedRecheck,
    @DefaultValue("3s") @NotNull Duration reorgConfirmation,
    @DefaultValue("10000") @Min(1) long backfillBeyond,
    @DefaultValue("20ms") @NotNull Duration backfillPause,
    @DefaultValue("10s") @NotNull Duration holeRecheck,
    @DefaultValue("2m") @NotNull Duration holeAlarm,
    @DefaultValue @NotNull Set<String> bloomless) {}
