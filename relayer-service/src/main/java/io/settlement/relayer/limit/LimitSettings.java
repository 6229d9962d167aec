// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits.
 *
 * @param look how often the courier looks for held messages that may go on
 */
@Validated
@ConfigurationProperties("settlement.relayer.limits")
public record LimitSettings(@DefaultValue("1s") @DurationMin(millis = 10) Duration look) {}
