// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** The forked chain, where anybody's transactions are sent as if they had signed them. */
final class Stage {
  /** Below what one transaction may use anywhere (EIP-7825). */
  static final long MOST_GAS = 15_000_000;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
  private static final int MOST_LOOKS = 6_000;
  private static final String RICH = "0x" + BigInteger.TEN.pow(24).toString(16);

  private final Node node;
  private String clean = "";

  Stage(Node node) {
    this.node = node;
  }

  /** What a transaction came to. */
  record Sent(String hash, boolean succeeded, JsonNode logs) {}

  /** What everybody returns to. */
  void keep() {
    clean = node.ask("evm_snapshot").asString();
  }

  /** Everything is as it was when it was kept. */
  void reset() {
    node.ask("evm_revert", clean);
    keep();
  }

  /** Sends it; what reverts is sent all the same. */
  Sent send(String from, String to, String data) {
    node.ask("anvil_setBalance", from, RICH);
    String hash =
        node.ask(
                "eth_sendTransaction",
                Map.of("from", from, "to", to, "data", data, "gas", quantity(MOST_GAS)))
            .asString();
    JsonNode receipt = receipt(hash);
    return new Sent(hash, receipt.path("status").asString().equals("0x1"), receipt.path("logs"));
  }

  /** What it touches may have to be asked of the chain first. */
  private JsonNode receipt(String hash) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      JsonNode receipt = node.ask("eth_getTransactionReceipt", hash);
      if (receipt.isObject()) {
        return receipt;
      }
      try {
        Thread.sleep(LOOK_AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unanswered(Cause.INTERRUPTED, "interrupted while a transaction was mined", e);
      }
    }
    throw new Unanswered(Cause.TIMEOUT, "the fork did not take a transaction");
  }

  /**
   * Sends what has to succeed before anything can be tried.
   *
   * @throws Unanswered when it does not
   */
  Sent require(String what, String from, String to, String data) {
    Answer tried = call(from, to, data, MOST_GAS);
    if (tried instanceof Answer.Refused refused) {
      throw new Unanswered(Cause.REFUSED, "%s is %s".formatted(what, refused));
    }
    return send(from, to, data);
  }

  /** Asks as if it were sent; nothing is different afterwards. */
  Answer call(String from, String to, String data, long gas) {
    return node.call(
        "eth_call", Map.of("from", from, "to", to, "data", data, "gas", quantity(gas)), "latest");
  }

  /** What a view says in hex; null when it is not there. */
  @Nullable String view(String contract, String data) {
    Answer answer = node.call("eth_call", Map.of("to", contract, "data", data), "latest");
    if (answer instanceof Answer.Result result && result.value().asString("").length() >= 66) {
      return result.value().asString();
    }
    return null;
  }

  /**
   * What a view says that has to be there.
   *
   * @throws Unanswered when it is not
   */
  String demand(String what, String contract, String data) {
    String said = view(contract, data);
    if (said == null) {
      throw new Unanswered(Cause.REFUSED, "%s does not say %s".formatted(contract, what));
    }
    return said;
  }

  String code(String contract) {
    return node.ask("eth_getCode", contract, "latest").asString();
  }

  /** Any question of the fork's own. */
  JsonNode ask(String method, Object... params) {
    return node.ask(method, params);
  }

  /** Whether it does. */
  boolean tries(String method, Object... params) {
    return node.call(method, params) instanceof Answer.Result;
  }

  /** Seconds of its clock. */
  long now() {
    JsonNode block = node.ask("eth_getBlockByNumber", "latest", false);
    return Numeric.toBigInt(block.path("timestamp").asString()).longValueExact();
  }

  /** Waits without waiting. */
  void pass(long seconds) {
    node.ask("evm_increaseTime", seconds);
    node.ask("evm_mine");
  }

  /** The selector a call reverts with, in hex; what was said when there is none. */
  static String refusal(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      JsonNode data = refused.data();
      String bytes = data == null ? "" : data.asString("");
      return bytes.length() >= 10 ? bytes.substring(0, 10) : "reverts";
    }
    return "is taken";
  }

  static String quantity(long number) {
    return "0x" + Long.toHexString(number);
  }
}
