// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How partners register.
 *
 * @param lifetime how long a statement may be signed at most
 * @param mostOpen open proposals of one partner
 */
@Validated
@ConfigurationProperties("settlement.onboarding.registration")
record RegistrationSettings(
    @DefaultValue("7d") @DurationMin(minutes = 1) @DurationMax(days = 90) Duration lifetime,
    @DefaultValue("20") @Min(1) @Max(10_000) int mostOpen) {}
