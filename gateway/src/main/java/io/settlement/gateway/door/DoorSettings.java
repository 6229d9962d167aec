// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The door.
 *
 * @param apiKeysFile the keys that open it, see {@link ApiKeys}
 * @param connectTimeout how long connecting to a service may take
 * @param responseTimeout how long a service may take to answer
 * @param services where the services are
 */
@Validated
@ConfigurationProperties("settlement.gateway")
record DoorSettings(
    @NotNull Path apiKeysFile,
    @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
        Duration connectTimeout,
    @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration responseTimeout,
    @NotNull @Valid Services services) {

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
