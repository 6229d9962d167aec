// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the courier waits for a quorum before it asks validators to sign a message by itself.
 *
 * @param first after the message could have been signed; doubles with each further time
 * @param behind how long it waits instead while other messages get their quorum: then validators
 *     are behind, not at odds
 * @param longest the longest such wait
 * @param verifiers how often it asks the chains' verifiers whose signatures they accept
 */
@Validated
@ConfigurationProperties("settlement.relayer.signature-patience")
record SignaturePatience(
    @DefaultValue("2s") @NotNull @DurationMin(millis = 50) Duration first,
    @DefaultValue("15s") @NotNull @DurationMin(millis = 50) Duration behind,
    @DefaultValue("1m") @NotNull @DurationMin(millis = 50) Duration longest,
    @DefaultValue("5s") @NotNull @DurationMin(millis = 50) Duration verifiers) {}
