// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.util.List;

/** Nodes that answer otherwise than JSON-RPC says. */
final class RpcBreaks {
  private RpcBreaks() {}

  static List<Broken> all() {
    return List.of();
  }
}
