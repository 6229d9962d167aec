// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.settlement.devnet.world.Service;
import io.settlement.events.trace.Collector;
import io.settlement.events.value.TxId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the services of the world told of messages.
 *
 * @param collector whom they told
 */
record Traces(Collector collector) {
  private static final Pattern EXEMPLAR =
      Pattern.compile("settlement_delivery_time_seconds_bucket.* # .*trace_id=\"([0-9a-f]{32})\"");

  /** A message's trace has these facts, who handled them hangs under them, and all had a part. */
  void hold(TxId txid, List<String> facts) {
    List<Span> trace = collector.trace(txid.hex().substring(2, 34));
    List<Span> told = of(trace, Span.SpanKind.SPAN_KIND_PRODUCER);
    List<Span> handled = of(trace, Span.SpanKind.SPAN_KIND_CONSUMER);
    assertThat(told).extracting(Span::getName).containsAll(facts);
    assertThat(told)
        .extracting(Span::getSpanId)
        .containsAll(handled.stream().map(Span::getParentSpanId).toList());
    assertThat(trace.stream().map(collector::serviceOf))
        .contains("relayer-service", "gas-service", "artifact-service", "gateway");
  }

  /** The time that deliveries took leads to traces that are there. */
  void areLedToBy(Service relayer) {
    assertThat(EXEMPLAR.matcher(scrape(relayer)).results().map(match -> match.group(1)).toList())
        .isNotEmpty()
        .allMatch(id -> !collector.trace(id).isEmpty());
  }

  private static List<Span> of(List<Span> trace, Span.SpanKind kind) {
    return trace.stream().filter(span -> span.getKind() == kind).toList();
  }

  /** As Prometheus asks, in the form that has exemplars. */
  private static String scrape(Service service) {
    try {
      URLConnection asked = service.url().resolve("/actuator/prometheus").toURL().openConnection();
      asked.setRequestProperty("Accept", "application/openmetrics-text");
      try (InputStream told = asked.getInputStream()) {
        return new String(told.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
