// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Wei;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The next block's price from one batch. Where a node has no fee history or suggests no tip, the
 * legacy gas price stands in; where it refuses that too, so do we.
 */
final class Fees {
  static final List<RpcRequest> REQUESTS =
      List.of(
          RpcRequest.of("eth_feeHistory", "0x1", "latest", List.of()),
          RpcRequest.of("eth_maxPriorityFeePerGas"),
          RpcRequest.of("eth_gasPrice"));

  private Fees() {}

  static FeeSnapshot snapshot(List<Answer> answers) {
    Wei baseFee = nextBaseFee(answers.get(0));
    if (!baseFee.isZero() && answers.get(1) instanceof Answer.Result tip && tip.json().isString()) {
      return new FeeSnapshot(baseFee, Quantities.wei(tip.json()));
    }
    Wei gasPrice = Quantities.wei(answers.get(2).result());
    Wei tip = gasPrice.compareTo(baseFee) > 0 ? gasPrice.minus(baseFee) : Wei.ZERO;
    return new FeeSnapshot(baseFee, tip);
  }

  /** The last entry is the block after the newest; zero when the chain has no base fee. */
  private static Wei nextBaseFee(Answer history) {
    if (history instanceof Answer.Result result) {
      JsonNode fees = result.json().path("baseFeePerGas");
      return fees.isArray() && !fees.isEmpty()
          ? Quantities.wei(fees.get(fees.size() - 1))
          : Wei.ZERO;
    }
    return Wei.ZERO;
  }
}
