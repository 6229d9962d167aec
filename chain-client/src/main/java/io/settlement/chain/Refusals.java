// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a node's own trouble from its answer. JSON-RPC has one shape for both, and nodes disagree
 * on the codes: "nonce too low" comes as -32603 from some. So whatever is not known to be trouble
 * is an answer; were it the other way round, one refused transaction would silence every provider.
 */
final class Refusals {
  private static final int LONGEST = 300;

  /** -32005 is also "too many results", which another range cures, not another node. */
  private static final Set<Integer> LIMIT_CODES = Set.of(429, -32005, -32029, -32090, -32097);

  private static final List<String> LIMIT_WORDS =
      List.of(
          "rate limit",
          "ratelimit",
          "too many requests",
          "request count exceeded",
          "requests per second",
          "compute units per second",
          "over quota",
          "capacity exceeded");

  private static final List<String> RESULT_WORDS =
      List.of("result", "block range", "logs", "response size", "range");

  private static final List<String> BEHIND_WORDS =
      List.of(
          "header not found",
          "unknown block",
          "block not found",
          "blockoutofrange",
          "block out of range",
          "beyond current head");

  private static final List<String> TROUBLE_WORDS =
      List.of(
          "database closed",
          "missing trie node",
          "service unavailable",
          "bad gateway",
          "gateway timeout",
          "upstream",
          "no backend",
          "request timed out",
          "request timeout",
          "context deadline exceeded",
          "server is shutting down",
          "node is syncing");

  private Refusals() {}

  /**
   * @param method what was asked
   * @param words the node's own
   */
  static ChainException of(String method, int code, String words) {
    String said = method + ": " + (words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    String lower = words.toLowerCase(Locale.ROOT);
    if (isLimit(code, lower)) {
      return Unreachable.rateLimited(said, Duration.ZERO);
    }
    if (mentions(lower, BEHIND_WORDS)) {
      return Unreachable.behind(said);
    }
    if (mentions(lower, TROUBLE_WORDS)) {
      return new Unreachable(Failure.OUT_OF_ORDER, said);
    }
    return lower.contains("execution reverted") || lower.contains("vm exception")
        ? new Reverted(method, new byte[0])
        : new RpcError(code, said);
  }

  private static boolean isLimit(int code, String lower) {
    return mentions(lower, LIMIT_WORDS)
        || (LIMIT_CODES.contains(code) && !mentions(lower, RESULT_WORDS));
  }

  private static boolean mentions(String lower, List<String> words) {
    return words.stream().anyMatch(lower::contains);
  }
}
