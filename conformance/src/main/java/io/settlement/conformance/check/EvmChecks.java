// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Check;
import java.util.List;

/** Global variables and opcodes. */
final class EvmChecks {
  private EvmChecks() {}

  static List<Check> all() {
    return List.of();
  }
}
