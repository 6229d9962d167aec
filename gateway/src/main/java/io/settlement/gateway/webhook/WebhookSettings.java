// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Webhooks.
 *
 * @param keyFile base64 key of 32 bytes that seals their secrets; without it there are none
 * @param allowPrivateTargets also http, and addresses that are not of the public internet
 * @param maxPerPartner how many one API key may have
 * @param parallel how many deliveries one gateway sends at once
 * @param parallelPerWebhook how many of them to one webhook, of all gateways; one while it fails
 * @param pollInterval how often the database is asked for what is due
 * @param connectTimeout how long connecting to a receiver may take
 * @param timeout how long all of a delivery may take
 * @param firstPause before the second attempt; each further pause is three times as long
 * @param longestPause between two attempts
 * @param attempts after so many in vain a delivery has failed
 * @param disableAfter a webhook that only failed for so long is disabled
 * @param maxWaiting a webhook for which more wait is disabled
 * @param secretGrace how long the former secret signs beside the new one
 * @param keep how long the delivery log goes back
 * @param look pause between two rounds of tidying and measuring
 */
@Validated
@ConfigurationProperties("settlement.gateway.webhooks")
record WebhookSettings(
    @Nullable Path keyFile,
    boolean allowPrivateTargets,
    @DefaultValue("10") @Min(1) @Max(1_000) int maxPerPartner,
    @DefaultValue("32") @Min(1) @Max(1_000) int parallel,
    @DefaultValue("8") @Min(1) @Max(1_000) int parallelPerWebhook,
    @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(minutes = 1)
        Duration pollInterval,
    @DefaultValue("3s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration connectTimeout,
    @DefaultValue("10s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration timeout,
    @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(hours = 1) Duration firstPause,
    @DefaultValue("3h") @DurationMin(millis = 10) @DurationMax(days = 1) Duration longestPause,
    @DefaultValue("12") @Min(1) @Max(100) int attempts,
    @DefaultValue("3d") @DurationMin(minutes = 1) @DurationMax(days = 60) Duration disableAfter,
    @DefaultValue("100000") @Min(100) @Max(10_000_000) int maxWaiting,
    @DefaultValue("1d") @DurationMin(seconds = 0) @DurationMax(days = 30) Duration secretGrace,
    @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 90) Duration keep,
    @DefaultValue("15s") @DurationMin(millis = 10) @DurationMax(hours = 1) Duration look) {

  /** Who has a delivery for longer is dead. */
  Duration lease() {
    return timeout.plus(connectTimeout).plusSeconds(30);
  }
}
