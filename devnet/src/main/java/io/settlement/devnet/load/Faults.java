// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What does not hold: each kind with how often, and one example. */
final class Faults {
  private final Map<String, List<String>> byKind = new LinkedHashMap<>();

  /**
   * @param kind a sentence without particulars
   * @param example what it was found on
   */
  void unless(boolean holds, String kind, Object example) {
    if (!holds) {
      byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(String.valueOf(example));
    }
  }

  int count(String kind) {
    return byKind.getOrDefault(kind, List.of()).size();
  }

  List<String> list() {
    return byKind.entrySet().stream()
        .map(
            fault ->
                "%s (%d times, for instance %s)"
                    .formatted(fault.getKey(), fault.getValue().size(), fault.getValue().get(0)))
        .toList();
  }
}
