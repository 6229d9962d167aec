// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Deadlines of messages.
 *
 * @param look how often the courier looks for messages that were not received in time
 */
@Validated
@ConfigurationProperties("settlement.relayer.deadlines")
record DeadlineSettings(@DefaultValue("5s") @DurationMin(millis = 10) Duration look) {}
