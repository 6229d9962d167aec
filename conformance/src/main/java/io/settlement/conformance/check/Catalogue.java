// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Check;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is. */
public final class Catalogue {
  private Catalogue() {}

  /** All of them, ordered by their requirements' ids. */
  public static List<Check> all() {
    return Stream.<List<Check>>of(EvmChecks.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(check -> check.requirement().id()))
        .toList();
  }
}
