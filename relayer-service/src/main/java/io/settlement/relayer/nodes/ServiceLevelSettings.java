// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether service levels move reads from one provider to another.
 *
 * @param follow whether weights are scaled by them; never in a process with a validator's key
 * @param leastPercent of a weight that counts however many levels are not kept
 * @param loadTimeout how long the start waits until all of the topic has been read once
 */
@Validated
@ConfigurationProperties("settlement.relayer.service-levels")
record ServiceLevelSettings(
    @DefaultValue("true") boolean follow,
    @DefaultValue("10") @Min(1) @Max(100) int leastPercent,
    @DefaultValue("60s") @DurationMin(millis = 100) Duration loadTimeout) {}
