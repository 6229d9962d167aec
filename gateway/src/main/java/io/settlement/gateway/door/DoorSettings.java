// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The door.
 *
 * @param connectTimeout how long connecting to a service may take
 * @param responseTimeout how long a service may take to answer
 * @param maxBody how large a request's body may be
 * @param cors which web pages of others may call
 * @param services where the services are
 */
@Validated
@ConfigurationProperties("settlement.gateway")
record DoorSettings(
    @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
        Duration connectTimeout,
    @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration responseTimeout,
    @DefaultValue("1MB") @NotNull DataSize maxBody,
    @DefaultValue @Valid Cors cors,
    @NotNull @Valid Services services) {

  /**
   * Web pages of others.
   *
   * @param allowedOrigins for instance https://app.example; none unless told
   */
  record Cors(@DefaultValue List<@Pattern(regexp = "https?://[^/*]+") String> allowedOrigins) {}

  @AssertTrue(message = "max-body is from 64KB to 100MB")
  boolean isBodyBounded() {
    return maxBody.toKilobytes() >= 64 && maxBody.toMegabytes() <= 100;
  }

  /**
   * Base addresses, without a path.
   *
   * @param registry handler-registry
   * @param gas gas-service
   * @param artifact artifact-service
   * @param relayer relayer-service with the courier role
   * @param observer relayer-service with the observer role; relayer when left out
   */
  record Services(
      @NotNull URI registry,
      @NotNull URI gas,
      @NotNull URI artifact,
      @NotNull URI relayer,
      @Nullable URI observer) {}
}
