// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How facts leave the outbox.
 *
 * @param batchSize most facts that one relay transaction sends and deletes
 * @param pollInterval how soon facts leave that were committed by another instance
 * @param retryPause how long the relay waits after the broker or the database failed
 * @param relay whether this instance relays at all; facts are appended either way
 */
@Validated
@ConfigurationProperties("settlement.outbox")
record OutboxSettings(
    @Min(1) @Max(10_000) @DefaultValue("1000") int batchSize,
    @DefaultValue("200ms") Duration pollInterval,
    @DefaultValue("1s") Duration retryPause,
    @DefaultValue("true") boolean relay) {}
