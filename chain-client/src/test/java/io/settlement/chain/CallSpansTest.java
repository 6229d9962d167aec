// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CallSpansTest {
  private static final String CHAIN_ID = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"0x7a69\"}";

  private final Kept kept = new Kept();

  @Test
  void aCallIsASpanThatSaysOfWhomAndForWhatItWas() {
    try (FakeNode node = FakeNode.answering(200, CHAIN_ID);
        EvmReader reader = connect(Sampler.alwaysOn(), node.url())) {
      reader.forPurpose("lane").chainId();

      assertThat(kept.spans).hasSize(1);
      SpanData span = kept.spans.getFirst();
      assertThat(span.getName()).isEqualTo("eth_chainId");
      assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
      assertThat(said(span, "settlement.chain")).isEqualTo("Alpha");
      assertThat(said(span, "settlement.provider")).isEqualTo(reader.providers().getFirst().name());
      assertThat(said(span, "settlement.purpose")).isEqualTo("lane");
      assertThat(said(span, "settlement.outcome")).isEqualTo("ok");
      assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
      assertThat(span.getEndEpochNanos()).isGreaterThan(span.getStartEpochNanos());
    }
  }

  @Test
  void aNodeThatDoesNotAnswerIsAnErrorAndTheNextOneASpanOfItsOwn() {
    try (FakeNode overloaded = FakeNode.answering(503, "");
        FakeNode fine = FakeNode.answering(200, CHAIN_ID);
        EvmReader reader = connect(Sampler.alwaysOn(), overloaded.url(), fine.url())) {
      for (int i = 0; i < 4; i++) {
        reader.chainId();
      }

      assertThat(kept.spans)
          .extracting(span -> span.getStatus().getStatusCode())
          .contains(StatusCode.ERROR, StatusCode.UNSET);
    }
  }

  @Test
  void whatIsNotChosenIsNotToldEvenWhenItFails() {
    try (EvmReader reader = connect(Sampler.alwaysOff(), URI.create("http://127.0.0.1:1"))) {
      assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);

      assertThat(kept.spans).isEmpty();
    }
  }

  private EvmReader connect(Sampler sampler, URI... urls) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(SimpleSpanProcessor.create(kept))
            .build();
    return EvmReader.connect(
        Anvil.settings(urls),
        new SimpleMeterRegistry(),
        WeightFactors.NONE,
        provider.get("io.settlement"));
  }

  private static String said(SpanData span, String what) {
    return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(what)));
  }

  /** Where spans go. */
  private static final class Kept implements SpanExporter {
    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> told) {
      spans.addAll(told);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
