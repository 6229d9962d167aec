// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what the operator's accounts paid is told.
 *
 * @param look how often each chain is asked for transactions that have become final
 * @param batch most transactions of an account told at once
 */
@Validated
@ConfigurationProperties("settlement.relayer.accounts")
record AccountSettings(
    @DefaultValue("2s") @DurationMin(millis = 10) Duration look,
    @DefaultValue("100") @Min(1) @Max(1000) int batch) {}
