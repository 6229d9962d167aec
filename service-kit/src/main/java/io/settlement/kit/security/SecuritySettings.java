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
 * @param internalKeyFile file with the key of internal tokens: for the gateway its RSA private key
 *     (PEM, PKCS#8, 2048 bits or more), for the services behind it the public one (PEM); or, for
 *     who is alone, a base64 line of 32 bytes or more. While it is replaced several, one after
 *     another: the first that can sign does, each is accepted
 * @param tokenLifetime how long a token minted by the gateway is accepted
 */
@Validated
@ConfigurationProperties("settlement.security")
record SecuritySettings(
    @Nullable Path internalKeyFile, @DefaultValue("5m") Duration tokenLifetime) {}
