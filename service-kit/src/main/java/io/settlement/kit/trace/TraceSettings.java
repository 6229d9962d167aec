// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where traces go.
 *
 * @param endpoint of a collector that takes OTLP over HTTP, for instance
 *     http://collector:4318/v1/traces; nothing is traced without it
 * @param share of messages, and of questions to nodes, that are traced, 0 to 1; the same
 *     everywhere, or traces have gaps
 * @param timeout of a request to the collector; what it does not take is dropped
 */
@Validated
@ConfigurationProperties("settlement.tracing")
record TraceSettings(
    @Nullable URI endpoint,
    @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.01") double share,
    @DefaultValue("5s") Duration timeout) {}
