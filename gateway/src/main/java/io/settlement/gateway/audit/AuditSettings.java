// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is put down of changes.
 *
 * @param keep how long, 30 days or more: younger lines the database gives to nobody to take away
 * @param except paths of which nothing is put down, for instance /v1/quotes
 */
@Validated
@ConfigurationProperties("settlement.gateway.audit")
record AuditSettings(
    @DefaultValue("400d") @DurationMin(days = 30) Duration keep,
    @DefaultValue List<String> except) {}
