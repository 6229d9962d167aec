// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.util.Arrays;
import java.util.List;

/**
 * One question of JSON-RPC.
 *
 * @param method its name
 * @param params strings, booleans, numbers, lists and maps of them, or JSON nodes
 */
public record Call(String method, List<Object> params) {
  /** Keeps its own copy. */
  public Call {
    params = List.copyOf(params);
  }

  /** Asks this. */
  public static Call of(String method, Object... params) {
    return new Call(method, Arrays.asList(params));
  }
}
