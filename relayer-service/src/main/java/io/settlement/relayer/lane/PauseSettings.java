// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who pauses artifacts.
 *
 * @param look how often the courier asks each artifact whether a lane may pause its minting
 */
@Validated
@ConfigurationProperties("settlement.relayer.pauses")
record PauseSettings(@DefaultValue("30s") @DurationMin(millis = 10) Duration look) {}
