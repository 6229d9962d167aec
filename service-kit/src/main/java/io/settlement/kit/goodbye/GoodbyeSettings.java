// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.goodbye;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an instance that ends treats those who ask it.
 *
 * @param patience how long it still answers, each time asking for another connection next time;
 *     longer than clients keep a connection that is idle (the gateway: 3 s)
 */
@Validated
@ConfigurationProperties("settlement.goodbye")
record GoodbyeSettings(
    @DefaultValue("4s") @DurationMin(millis = 0) @DurationMax(seconds = 15) Duration patience) {}
