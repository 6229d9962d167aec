// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How applications are checked.
 *
 * @param allowPrivateAddresses whether applicants' nodes may be at loopback, private or link-local
 *     addresses, over plain HTTP; for a network of one machine only
 * @param connectTimeout longest wait for a connection to an applicant's node
 * @param answerTimeout longest wait for one whole answer of it
 * @param lookTimeout longest time one check may take; below the gateway's response timeout
 * @param atOnce checks under way at once in one instance; one more is refused
 * @param mostAnswer most bytes of one answer that are read
 * @param mostOpen open applications of one partner
 * @param driftInterval pause between two looks whether what is live is still as it was admitted
 */
@Validated
@ConfigurationProperties("settlement.onboarding")
record OnboardingSettings(
    @DefaultValue("false") boolean allowPrivateAddresses,
    @DefaultValue("2s") @DurationMin(millis = 10) Duration connectTimeout,
    @DefaultValue("3s") @DurationMin(millis = 10) Duration answerTimeout,
    @DefaultValue("8s") @DurationMin(millis = 100) Duration lookTimeout,
    @DefaultValue("8") @Min(1) @Max(256) int atOnce,
    @DefaultValue("4194304") @Min(1024) int mostAnswer,
    @DefaultValue("10") @Min(1) int mostOpen,
    @DefaultValue("1m") @DurationMin(millis = 100) Duration driftInterval) {}
