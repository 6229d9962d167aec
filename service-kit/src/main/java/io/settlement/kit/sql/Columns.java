// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.sql;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns of rows as text arrays; the statement casts them, so one statement carries any number.
 */
public final class Columns {
  private Columns() {}

  /** One column: the text of each row's value, null where it has none. */
  public static <R> @Nullable String[] of(
      Collection<R> rows, Function<? super R, ? extends @Nullable Object> value) {
    @Nullable String[] column = new @Nullable String[rows.size()];
    int next = 0;
    for (R row : rows) {
      Object cell = value.apply(row);
      column[next++] = cell == null ? null : cell.toString();
    }
    return column;
  }
}
