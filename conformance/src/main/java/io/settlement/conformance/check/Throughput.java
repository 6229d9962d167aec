// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Call;
import java.util.List;
import java.util.Map;

/** The load that throughput and latency are measured with. */
final class Throughput {
  /** Where nobody lives: the only account that the load asks for. */
  static final String ACCOUNT = "0x000000000000000000000000000000000000dead";

  private static final String IDENTITY = "0x0000000000000000000000000000000000000004";

  private Throughput() {}

  /** What services ask most. */
  static List<Call> reads() {
    return List.of(
        Call.of("eth_getBlockByNumber", "latest", false),
        Call.of("eth_getBalance", ACCOUNT, "latest"),
        Call.of("eth_call", Map.of("to", IDENTITY, "data", "0x2a"), "latest"),
        Call.of("eth_getLogs", Map.of("fromBlock", "latest", "toBlock", "latest")),
        Call.of("eth_getTransactionCount", ACCOUNT, "latest"));
  }

  /** Why a small burst does not decide. */
  static String onlyAt(Demands demands) {
    return "only asked at %d/s for %s; %d/s for %s decide"
        .formatted(
            demands.perSecond(),
            Words.time(demands.burst()),
            Demands.REQUIRED_RATE,
            Words.time(Demands.REQUIRED_BURST));
  }
}
