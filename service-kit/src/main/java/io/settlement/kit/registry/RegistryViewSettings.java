// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.registry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether this service holds the registry's state.
 *
 * @param enabled whether the view exists
 * @param loadTimeout how long start-up waits until the whole topic has been read once
 */
@Validated
@ConfigurationProperties("settlement.registry-view")
record RegistryViewSettings(
    @DefaultValue("false") boolean enabled, @DefaultValue("60s") Duration loadTimeout) {}
