// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Wei;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The next block's price from one batch. On a chain without base fee, or a node that suggests no
 * tip, the legacy gas price stands in; any other refusal is ours too.
 */
final class Fees {
  static final List<RpcRequest> REQUESTS =
      List.of(
          RpcRequest.of("eth_feeHistory", "0x1", "latest", List.of()),
          RpcRequest.of("eth_maxPriorityFeePerGas"),
          RpcRequest.of("eth_gasPrice"));

  private Fees() {}

  static FeeSnapshot snapshot(List<Answer> answers) {
    Wei baseFee = nextBaseFee(answers.get(0).resultIfSupported());
    JsonNode suggested = answers.get(1).resultIfSupported();
    if (!baseFee.isZero() && suggested.isString()) {
      return new FeeSnapshot(baseFee, Quantities.wei(suggested));
    }
    Wei gasPrice = Quantities.wei(answers.get(2).result());
    Wei tip = gasPrice.compareTo(baseFee) > 0 ? gasPrice.minus(baseFee) : Wei.ZERO;
    return new FeeSnapshot(baseFee, tip);
  }

  /** The last entry is the block after the newest. */
  private static Wei nextBaseFee(JsonNode history) {
    JsonNode fees = history.path("baseFeePerGas");
    return fees.isArray() && !fees.isEmpty() ? Quantities.wei(fees.get(fees.size() - 1)) : Wei.ZERO;
  }
}
