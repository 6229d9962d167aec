// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How plans are kept going.
 *
 * @param look pause between two looks for steps that may become ready, or whose time is up
 * @param retry how long a step that cannot begin waits until it is looked at again
 * @param patience how long the owner of a step has, where the plan says nothing
 * @param leastPatience the shortest a plan may say
 * @param mostPatience the longest a plan may say
 * @param mostSteps steps of a plan
 * @param mostOpen plans of one partner that have not ended
 */
@Validated
@ConfigurationProperties("settlement.artifact.plan")
record PlanSettings(
    @DefaultValue("2s") @DurationMin(millis = 100) Duration look,
    @DefaultValue("30s") @DurationMin(millis = 100) Duration retry,
    @DefaultValue("1d") @DurationMin(seconds = 1) Duration patience,
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration leastPatience,
    @DefaultValue("60d") @DurationMin(seconds = 1) Duration mostPatience,
    @DefaultValue("20") @Min(1) @Max(100) int mostSteps,
    @DefaultValue("1000") @Min(1) long mostOpen) {}
