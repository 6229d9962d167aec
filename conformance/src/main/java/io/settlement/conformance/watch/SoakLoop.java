// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.watch;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Call;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import java.util.List;
import java.util.Map;

/** The methods that services use, one after another, for as long as somebody goes on. */
public final class SoakLoop {
  private static final String NOBODY = "0x000000000000000000000000000000000000dead";
  private static final String IDENTITY = "0x0000000000000000000000000000000000000004";
  private static final List<Call> READS =
      List.of(
          Call.of("eth_chainId"),
          Call.of("eth_blockNumber"),
          Call.of("eth_gasPrice"),
          Call.of("eth_getBlockByNumber", "latest", true),
          Call.of("eth_getBlockByNumber", "finalized", false),
          Call.of("eth_getBalance", NOBODY, "latest"),
          Call.of("eth_getCode", NOBODY, "latest"),
          Call.of("eth_getTransactionCount", NOBODY, "latest"),
          Call.of("eth_call", Map.of("to", IDENTITY, "data", "0x2a"), "latest"),
          Call.of("eth_estimateGas", Map.of("from", NOBODY, "to", NOBODY)),
          Call.of("eth_getLogs", Map.of("fromBlock", "latest", "toBlock", "latest")));

  private SoakLoop() {}

  /**
   * What came of one round.
   *
   * @param calls asked
   * @param failed refused or not answered
   */
  public record Round(long calls, long failed) {}

  /** One round. Never throws for what a provider does. */
  public static Round once(Node node) {
    long failed = READS.stream().filter(call -> !isAnswered(node, call)).count();
    return new Round(READS.size(), failed);
  }

  private static boolean isAnswered(Node node, Call call) {
    try {
      return node.call(call) instanceof Answer.Result;
    } catch (Unanswered e) {
      return false;
    }
  }
}
