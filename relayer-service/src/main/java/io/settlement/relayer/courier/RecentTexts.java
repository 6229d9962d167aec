// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What recent texts say, so that a row that is read at every step of its message is understood
 * once. Bounded; what a text says never changes.
 */
final class RecentTexts<T> {
  /** A few megabytes; more than are under way within seconds. */
  private static final int MOST = 5_000;

  private final Cache<String, T> meanings = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Function<String, T> reading;

  RecentTexts(Function<String, T> reading) {
    this.reading = reading;
  }

  T read(String text) {
    return meanings.get(text, reading);
  }
}
