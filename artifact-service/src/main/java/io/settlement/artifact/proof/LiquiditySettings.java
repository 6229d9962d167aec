// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How others learn what can arrive over routes.
 *
 * @param interval pause between two looks
 * @param again how long what did not change is not told again
 */
@Validated
@ConfigurationProperties("settlement.artifact.liquidity")
record LiquiditySettings(
    @DefaultValue("15s") @DurationMin(millis = 10) Duration interval,
    @DefaultValue("1m") @DurationMin(seconds = 1) Duration again) {}
