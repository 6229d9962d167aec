// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TraceAutoConfigurationTest {
  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TraceAutoConfiguration.class))
          .withPropertyValues("spring.application.name=demo");

  @ParameterizedTest
  @ValueSource(strings = {"settlement.tracing.share=1", "settlement.tracing.endpoint="})
  void whereNobodyCollectsNothingIsMadeAndNothingStarted(String setting) {
    service
        .withPropertyValues(setting)
        .run(
            context -> {
              assertThat(context).hasNotFailed().doesNotHaveBean(SdkTracerProvider.class);
              assertThat(context.getBean(FactTraces.class).areOff()).isTrue();
              Span span = context.getBean(Tracer.class).spanBuilder("eth_call").startSpan();
              assertThat(span.isRecording()).isFalse();
            });
  }

  @Test
  void whatIsNoMessagesIsTracedByItsShare() {
    service
        .withPropertyValues(
            "settlement.tracing.endpoint=http://127.0.0.1:1/v1/traces",
            "settlement.tracing.timeout=100ms",
            "settlement.tracing.share=1")
        .run(
            context -> {
              Span span = context.getBean(Tracer.class).spanBuilder("eth_call").startSpan();
              assertThat(span.isRecording()).isTrue();
            });
    service
        .withPropertyValues(
            "settlement.tracing.endpoint=http://127.0.0.1:1/v1/traces",
            "settlement.tracing.share=0")
        .run(
            context -> {
              Span span = context.getBean(Tracer.class).spanBuilder("eth_call").startSpan();
              assertThat(span.isRecording()).isFalse();
            });
  }

  @Test
  void aShareIsNoMoreThanAll() {
    service
        .withPropertyValues("settlement.tracing.share=1.5")
        .run(context -> assertThat(context).hasFailed());
  }
}
