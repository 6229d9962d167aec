// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Wei;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Blocks whose tips count. */
  private static final String LATELY = "0x4";

  private Fees() {}

  static List<RpcRequest> requests(int tipPercentile) {
    return List.of(
        RpcRequest.of("eth_feeHistory", LATELY, "latest", List.of(tipPercentile)),
        REQUESTS.get(1),
        REQUESTS.get(2));
  }

  static List<RpcRequest> history(int blocks) {
    return List.of(
        RpcRequest.of("eth_feeHistory", Quantities.hex(blocks), "latest", List.of()),
        REQUESTS.get(1),
        REQUESTS.get(2));
  }

  static FeeHistory history(List<Answer> answers) {
    FeeSnapshot next = snapshot(answers);
    List<Wei> baseFees = new ArrayList<>();
    answers
        .getFirst()
        .resultIfSupported()
        .path("baseFeePerGas")
        .forEach(fee -> baseFees.add(Quantities.wei(fee)));
    return new FeeHistory(next, next.baseFeeNextBlock().isZero() ? List.of() : baseFees);
  }

  /** With the tip that was paid in the median of the last blocks, where blocks say it. */
  static FeeSnapshot snapshotOfPaid(List<Answer> answers) {
    FeeSnapshot suggested = snapshot(answers);
    List<Wei> paid = new ArrayList<>();
    answers
        .getFirst()
        .resultIfSupported()
        .path("reward")
        .forEach(block -> paid.add(Quantities.wei(block.path(0))));
    if (suggested.baseFeeNextBlock().isZero() || paid.isEmpty()) {
      return suggested;
    }
    paid.sort(Comparator.naturalOrder());
    return new FeeSnapshot(suggested.baseFeeNextBlock(), paid.get(paid.size() / 2));
  }

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
