// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the lines of messages are kept.
 *
 * @param keep how long after nothing of a message is on its way its lines stay among the live ones
 * @param keepArchived how long the archive keeps them then; where the message stands stays for ever
 * @param look pause between two looks for messages to archive
 * @param batch most messages of one transaction
 */
@Validated
@ConfigurationProperties("settlement.gateway.retention")
record RetentionSettings(
    @DefaultValue("2d") @DurationMin(seconds = 1) Duration keep,
    @DefaultValue("400d") @DurationMin(days = 1) Duration keepArchived,
    @DefaultValue("1m") @DurationMin(millis = 10) Duration look,
    @DefaultValue("250") @Min(1) @Max(5_000) int batch) {}
