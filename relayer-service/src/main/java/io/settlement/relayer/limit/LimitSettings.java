// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits.
 *
 * @param look how often the courier looks for held messages that may go on
 * @param staged what the registry's limits of routes on probation do
 */
@Validated
@ConfigurationProperties("settlement.relayer.limits")
public record LimitSettings(
    @DefaultValue("1s") @DurationMin(millis = 10) Duration look,
    @DefaultValue("ENFORCE") @NotNull Staged staged) {

  /** What the registry's limits do. */
  public enum Staged {
    /** They hold what is too much. */
    ENFORCE,
    /** They report what they would have held. */
    SHADOW,
    /** They are not kept here. */
    OFF
  }
}
