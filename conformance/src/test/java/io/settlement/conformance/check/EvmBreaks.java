// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.util.List;

/** Chains whose virtual machine is another. */
final class EvmBreaks {
  private EvmBreaks() {}

  static List<Broken> all() {
    return List.of();
  }
}
