// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.prometheus.metrics.tracer.otel.OpenTelemetrySpanContext;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Traces where there is a collector; without one there is nothing of it. */
@AutoConfiguration
@EnableConfigurationProperties(TraceSettings.class)
class TraceAutoConfiguration {
  private static final String INSTRUMENTATION = "io.settlement";

  @Bean
  FixedIds traceIds() {
    return new FixedIds();
  }

  @Bean(destroyMethod = "close")
  @Conditional(HasCollector.class)
  SdkTracerProvider tracerProvider(
      TraceSettings settings, FixedIds ids, @Value("${spring.application.name}") String service) {
    URI endpoint = Objects.requireNonNull(settings.endpoint());
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint.toString())
            .setTimeout(settings.timeout())
            .build();
    Resource resource =
        Resource.getDefault()
            .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)));
    return SdkTracerProvider.builder()
        .setResource(resource)
        .setIdGenerator(ids)
        // Chosen by the message; of what is no message's, by chance.
        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.share())))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
        .build();
  }

  /** What Prometheus is told beside a sample: the trace it belongs to. */
  @Bean
  @Conditional(HasCollector.class)
  SpanContext exemplars() {
    return new OpenTelemetrySpanContext();
  }

  @Bean
  FactTraces factTraces(
      ObjectProvider<SdkTracerProvider> tracers, FixedIds ids, TraceSettings settings) {
    SdkTracerProvider provider = tracers.getIfAvailable();
    return provider == null
        ? FactTraces.off()
        : new FactTraces(provider.get(INSTRUMENTATION), ids, settings.share());
  }

  /** For spans that are no message's, questions to nodes among them. */
  @Bean
  Tracer tracer(ObjectProvider<SdkTracerProvider> tracers) {
    TracerProvider provider = tracers.getIfAvailable();
    return (provider == null ? TracerProvider.noop() : provider).get(INSTRUMENTATION);
  }

  /** Whether somebody said where the collector is; an empty word says nothing. */
  static final class HasCollector implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(
          context.getEnvironment().getProperty("settlement.tracing.endpoint"));
    }
  }
}
