// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long messages that have ended are kept.
 *
 * @param keep how long after its end a message stays in the tables that are worked on
 * @param keepArchived how long the archive keeps more of it than that it was
 * @param look how often the courier looks for messages to archive
 * @param batch most messages of one transaction
 */
@Validated
@ConfigurationProperties("settlement.relayer.retention")
record RetentionSettings(
    @DefaultValue("2d") @DurationMin(seconds = 1) Duration keep,
    @DefaultValue("400d") @DurationMin(days = 1) Duration keepArchived,
    @DefaultValue("30s") @DurationMin(millis = 10) Duration look,
    @DefaultValue("250") @Min(1) @Max(5000) int batch) {}
