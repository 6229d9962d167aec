// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Pauses on chain.
 *
 * @param look how often the courier asks each settlement contract what is paused
 */
@Validated
@ConfigurationProperties("settlement.relayer.guardians")
record GuardianSettings(@DefaultValue("3s") @DurationMin(millis = 10) Duration look) {}
