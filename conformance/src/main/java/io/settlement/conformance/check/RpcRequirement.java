// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Kind;
import io.settlement.conformance.Requirement;

/** Requirements on methods of JSON-RPC. */
final class RpcRequirement {
  private RpcRequirement() {}

  static Requirement of(String id, String title, String method) {
    return Requirement.integration(
        id,
        Kind.AUTOMATIC,
        title,
        "Nodes adhere to the Ethereum JSON-RPC specification: " + title + ".",
        method);
  }
}
