// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the books are kept and proved.
 *
 * @param checkInterval pause between two proofs
 * @param retryInterval pause between two looks whether the registry changed for what is unbooked
 * @param arrivalGrace how long after a message settled its arrival may still be unbooked
 */
@Validated
@ConfigurationProperties("settlement.artifact")
public record ArtifactSettings(
    @DefaultValue("5s") @DurationMin(millis = 100) Duration checkInterval,
    @DefaultValue("2s") @DurationMin(millis = 100) Duration retryInterval,
    @DefaultValue("10m") @DurationMin(seconds = 0) Duration arrivalGrace) {}
