// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a poll that failed in a passing way comes again.
 *
 * @param firstRetry pause before it comes again for the first time; doubles each time
 * @param slowestRetry the longest pause; keep it well below max.poll.interval.ms (5 minutes)
 */
@Validated
@ConfigurationProperties("settlement.edge")
record EdgeSettings(
    @DefaultValue("200ms") Duration firstRetry, @DefaultValue("10s") Duration slowestRetry) {}
