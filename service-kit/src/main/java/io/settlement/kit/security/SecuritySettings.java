// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How callers are known.
 *
 * @param internalKeyFile file with the base64 secret (32 bytes or more) that gateway and services
 *     share; while it is replaced several, one a line: the first signs, each is accepted
 * @param tokenLifetime how long a token minted by the gateway is accepted
 */
@Validated
@ConfigurationProperties("settlement.security")
record SecuritySettings(
    @Nullable Path internalKeyFile, @DefaultValue("5m") Duration tokenLifetime) {}
