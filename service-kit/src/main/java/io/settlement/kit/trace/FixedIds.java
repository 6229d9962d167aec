// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Random names, but for a span whose name is known before it is made. */
final class FixedIds implements IdGenerator {
  private final ThreadLocal<@Nullable String> next = new ThreadLocal<>();

  /** The next span that this thread makes is called so. */
  void next(String spanId) {
    next.set(spanId);
  }

  @Override
  public String generateSpanId() {
    String known = next.get();
    if (known == null) {
      return IdGenerator.random().generateSpanId();
    }
    next.remove();
    return known;
  }

  @Override
  public String generateTraceId() {
    return IdGenerator.random().generateTraceId();
  }
}
