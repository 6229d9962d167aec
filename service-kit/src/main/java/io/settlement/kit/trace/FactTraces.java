// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hops of messages as spans: a fact on its way through the outbox, and what a reader does with
 * it. A poll is handled at once; each traced message in it has a span of that time. Spans are made
 * when the work is over, so that untraced messages cost a look at their txid and without a
 * collector nothing at all.
 */
public final class FactTraces {
  /** The header of the fact's record. */
  public static final String HEADER = "traceparent";

  private static final FactTraces OFF = new FactTraces(null, new FixedIds(), 0);

  private final @Nullable Tracer tracer;
  private final FixedIds ids;
  private final double share;

  FactTraces(@Nullable Tracer tracer, FixedIds ids, double share) {
    this.tracer = tracer;
    this.ids = ids;
    this.share = share;
  }

  /** Traces nothing. */
  public static FactTraces off() {
    return OFF;
  }

  /** Whether nothing is traced. */
  public boolean areOff() {
    return tracer == null;
  }

  /**
   * What a record says of its trace; empty when its message is not traced.
   *
   * @param key of the fact
   * @param eventId the same each time the fact is sent
   */
  public Optional<String> header(String key, String eventId) {
    if (tracer == null || !TraceIds.isChosen(key, share)) {
      return Optional.empty();
    }
    SpanContext message = TraceIds.message(key);
    return Optional.of(
        TraceIds.traceparent(
            SpanContext.create(
                message.getTraceId(),
                TraceIds.fact(eventId),
                message.getTraceFlags(),
                message.getTraceState())));
  }

  /**
   * A fact was written and Kafka has it.
   *
   * @param since when it was recorded
   */
  public void told(String topic, String key, String eventId, String type, Instant since) {
    Tracer on = tracer;
    if (on != null && TraceIds.isChosen(key, share)) {
      ids.next(TraceIds.fact(eventId));
      Instant now = Instant.now();
      on.spanBuilder(type)
          .setParent(Context.root().with(Span.wrap(TraceIds.message(key))))
          .setSpanKind(SpanKind.PRODUCER)
          .setStartTimestamp(since.isBefore(now) ? since : now)
          .setAttribute("messaging.system", "kafka")
          .setAttribute("messaging.destination.name", topic)
          .setAttribute("settlement.txid", key)
          .startSpan()
          .end(now);
    }
  }

  /**
   * A fact was handled, or could not be.
   *
   * @param headers of its record
   * @param batch how many facts were handled at once
   */
  public void handled(
      String topic,
      String type,
      Map<String, Object> headers,
      Instant since,
      int batch,
      @Nullable Throwable failure) {
    Tracer on = tracer;
    SpanContext told = on == null ? null : read(headers.get(HEADER));
    if (on != null && told != null) {
      Span span =
          on.spanBuilder("handle " + type)
              .setParent(Context.root().with(Span.wrap(told)))
              .setSpanKind(SpanKind.CONSUMER)
              .setStartTimestamp(since)
              .setAttribute("messaging.system", "kafka")
              .setAttribute("messaging.destination.name", topic)
              .setAttribute("messaging.batch.message_count", batch)
              .startSpan();
      if (failure != null) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
      }
      span.end();
    }
  }

  /**
   * Records something about a message, so that a histogram leads from it to the message's trace.
   *
   * @param key of the message's facts
   */
  public void record(String key, Runnable recording) {
    if (tracer == null || !TraceIds.isChosen(key, share)) {
      recording.run();
    } else {
      Context.root().with(Span.wrap(TraceIds.message(key))).wrap(recording).run();
    }
  }

  private static @Nullable SpanContext read(@Nullable Object header) {
    if (header instanceof byte[] bytes) {
      return TraceIds.read(new String(bytes, StandardCharsets.UTF_8));
    }
    return header instanceof String text ? TraceIds.read(text) : null;
  }
}
