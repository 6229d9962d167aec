// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How providers are watched. The rhythm is no setting: uptime is counted in minutes.
 *
 * @param enabled whether they are watched at all
 * @param lookInterval how often a replica looks whether a minute is still to be taken; at most half
 *     a minute, or some are missed
 * @param atOnce providers asked at once in one round
 * @param timing how long they may take
 * @param soak whether each round also asks all methods that services use once: 11 calls more
 * @param levels what is demanded
 * @param burst short loads that show throughput
 */
@Validated
@ConfigurationProperties("settlement.service-level")
record ServiceLevelSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 30) Duration lookInterval,
    @DefaultValue("32") @Min(1) @Max(512) int atOnce,
    @DefaultValue @Valid @NotNull Timing timing,
    @DefaultValue("true") boolean soak,
    @DefaultValue @Valid @NotNull Levels levels,
    @DefaultValue @Valid @NotNull Burst burst) {

  /**
   * How long things may take.
   *
   * @param connect longest wait for a connection
   * @param answer longest wait for one whole answer
   * @param round what is not asked by then is not probed in this minute
   */
  record Timing(
      @DefaultValue("2s") @DurationMin(millis = 10) Duration connect,
      @DefaultValue("5s") @DurationMin(millis = 10) Duration answer,
      @DefaultValue("50s") @DurationMin(millis = 100) @DurationMax(seconds = 55) Duration round) {}

  /**
   * When a level is not kept.
   *
   * @param inARow probes that decide whether a provider answers, or lags
   * @param lag the most its newest block may be older than the others'
   * @param latency what the 95th percentile of this hour and the one before has to be below
   * @param samples answers there must be before latency is judged
   * @param downMinutes the most probes that may fail in thirty days: 0.1 %
   */
  record Levels(
      @DefaultValue("3") @Min(1) @Max(60) int inARow,
      @DefaultValue("30s") @DurationMin(seconds = 1) Duration lag,
      @DefaultValue("250ms") @DurationMin(millis = 1) Duration latency,
      @DefaultValue("10") @Min(1) @Max(120) int samples,
      @DefaultValue("43") @Min(1) @Max(43_200) int downMinutes) {}

  /**
   * Loads, one provider after another.
   *
   * @param every from one to the next; 0 for none at all
   * @param perSecond calls begun in a second
   * @param lasts how long
   */
  record Burst(
      @DefaultValue("0s") @DurationMin Duration every,
      @DefaultValue("20") @Min(1) @Max(5000) int perSecond,
      @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(minutes = 2) Duration lasts) {
    boolean isOn() {
      return every.isPositive();
    }
  }
}
