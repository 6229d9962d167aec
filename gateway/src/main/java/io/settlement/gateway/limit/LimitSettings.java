// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What each caller may ask unless something else is said of him.
 *
 * @param requestsPerSecond in the long run
 * @param burst at once, after a while of silence
 * @param perDay of the calendar in UTC; 0 is no quota
 * @param perMonth of the calendar in UTC; 0 is no quota
 * @param refresh age at which what is said of a caller is read again
 * @param keep how long the counts of past days and months are kept
 */
@Validated
@ConfigurationProperties("settlement.gateway.limits")
record LimitSettings(
    @DefaultValue("100") @Min(1) @Max(1_000_000) int requestsPerSecond,
    @DefaultValue("300") @Min(1) @Max(10_000_000) int burst,
    @DefaultValue("0") @Min(0) long perDay,
    @DefaultValue("0") @Min(0) long perMonth,
    @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 5) Duration refresh,
    @DefaultValue("400d") @DurationMin(days = 31) Duration keep) {

  Limit usual() {
    return new Limit(requestsPerSecond, burst, perDay, perMonth);
  }
}
