// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Live streams.
 *
 * @param maxStreams how many one gateway carries; one more is refused
 * @param maxStreamsPerKey how many of them one API key may hold
 * @param pollInterval how often the database is asked for what is new; one question for all streams
 * @param heartbeat silence after which a comment keeps the connection open
 * @param lifetime age at which a stream is closed; the client resumes where it was
 * @param keep how far back a stream of a handler or an artifact can be resumed
 */
@Validated
@ConfigurationProperties("settlement.gateway.streams")
record StreamSettings(
    @DefaultValue("2000") @Min(1) @Max(100_000) int maxStreams,
    @DefaultValue("50") @Min(1) @Max(100_000) int maxStreamsPerKey,
    @DefaultValue("300ms") @DurationMin(millis = 10) @DurationMax(minutes = 1)
        Duration pollInterval,
    @DefaultValue("15s") @DurationMin(millis = 50) @DurationMax(minutes = 5) Duration heartbeat,
    @DefaultValue("15m") @DurationMin(millis = 100) @DurationMax(days = 1) Duration lifetime,
    @DefaultValue("2d") @DurationMin(hours = 1) @DurationMax(days = 400) Duration keep) {}
