// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What quotes to Bitcoin say of its fees.
 *
 * @param maxAge how long what a vault said counts; it is told again more often than that
 * @param loadTimeout how long start-up waits until the whole topic has been read once
 */
@Validated
@ConfigurationProperties("settlement.payout-costs")
record PayoutCostSettings(
    @DefaultValue("30m") Duration maxAge, @DefaultValue("60s") Duration loadTimeout) {}
