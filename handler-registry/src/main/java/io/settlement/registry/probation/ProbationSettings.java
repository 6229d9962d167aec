// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How routes that are new in the book are tried out.
 *
 * @param stages what may pass in a window at each stage, in whole tokens of the source; none: new
 *     routes are not limited
 * @param window how long a window is
 * @param daysPerStage clean days until the next stage
 * @param leastSettled messages that have to settle with success for a day to count; 0: idle days
 *     count too
 * @param patience how long after its end a day is judged: facts of it may be under way
 * @param lookInterval how often a replica looks whether a day can be judged
 */
@Validated
@ConfigurationProperties("settlement.probation")
record ProbationSettings(
    @DefaultValue @Size(max = 16) List<@NotNull @Positive BigDecimal> stages,
    @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 90) Duration window,
    @DefaultValue("1") @Min(1) @Max(365) int daysPerStage,
    @DefaultValue("1") @Min(0) int leastSettled,
    @DefaultValue("1h") @DurationMin @DurationMax(hours = 12) Duration patience,
    @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration lookInterval) {
  /** Keeps its own copy. */
  ProbationSettings {
    stages = List.copyOf(stages);
  }
}
