// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.liquidity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether this service knows how much can arrive over each route.
 *
 * @param enabled whether the view exists
 * @param maxAge how long what was said counts; it is told again more often than that
 * @param loadTimeout how long start-up waits until the whole topic has been read once
 */
@Validated
@ConfigurationProperties("settlement.liquidity-view")
record LiquidityViewSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("10m") Duration maxAge,
    @DefaultValue("60s") Duration loadTimeout) {}
