// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message's trace is called, by its txid alone: services agree without asking each other,
 * and a fact that is sent again is the same span.
 */
final class TraceIds {
  private static final Pattern TXID = Pattern.compile("0x[0-9a-f]{64}");

  private TraceIds() {}

  /**
   * Whether a message is traced.
   *
   * @param key of a fact; only a txid is traced
   * @param share of all messages
   */
  static boolean isChosen(String key, double share) {
    if (share <= 0 || !TXID.matcher(key).matches()) {
      return false;
    }
    // Its last bytes; the first ones are in the trace's own name.
    long drawn = Long.parseUnsignedLong(key, key.length() - 13, key.length(), 16);
    return drawn < share * (1L << 52);
  }

  /** The message as a whole: where its trace begins. */
  static SpanContext message(String txid) {
    String trace = txid.substring(2, 34);
    String span = txid.substring(34, 50);
    return SpanContext.createFromRemoteParent(
        TraceId.isValid(trace) ? trace : "1".repeat(32),
        SpanId.isValid(span) ? span : "1".repeat(16),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  /** The span of a fact, which is the same each time the fact is sent. */
  static String fact(String eventId) {
    long bits = UUID.fromString(eventId).getMostSignificantBits();
    return SpanId.fromLong(bits == 0 ? 1 : bits);
  }

  /** As W3C's header says it. */
  static String traceparent(SpanContext span) {
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
  }

  /** What such a header says; null when it says nothing that is traced. */
  static @Nullable SpanContext read(String traceparent) {
    String[] parts = traceparent.split("-", 5);
    if (parts.length < 4
        || !TraceId.isValid(parts[1])
        || !SpanId.isValid(parts[2])
        || parts[3].length() != 2
        || !"13579bdf".contains(parts[3].substring(1))) {
      return null;
    }
    return SpanContext.createFromRemoteParent(
        parts[1], parts[2], TraceFlags.getSampled(), TraceState.getDefault());
  }
}
