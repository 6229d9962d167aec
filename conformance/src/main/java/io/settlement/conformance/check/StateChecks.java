// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What nodes say of accounts, of calls, and of the chain as it is now. */
final class StateChecks {
  /** Contracts that stand on almost every chain: the deterministic deployer, Multicall3. */
  private static final List<String> USUAL =
      List.of(
          "0x4e59b44847b379578588920ca78fbf26c0b4956c",
          "0xca11bde05977b3631167028862be2a173976ca11");

  private static final String IDENTITY = "0x0000000000000000000000000000000000000004";
  private static final String WORD = "0x" + "5e".repeat(32);

  /** PUSH32 a word; MSTORE at 0; REVERT with it. */
  private static final String REVERTS = "0x7f" + WORD.substring(2) + "60005260206000fd";

  private StateChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.asking(
            RpcRequirement.of(
                "RPC-01",
                "eth_getCode",
                "Code of a declared or usual contract is there; an account nobody has has 0x."),
            StateChecks::code),
        Rule.asking(
            RpcRequirement.of(
                "RPC-02",
                "eth_call",
                "The identity precompile gives back what it is given; a revert is an error whose"
                    + " data is what the code reverted with."),
            StateChecks::call),
        Rule.asking(
            RpcRequirement.of(
                "RPC-03",
                "eth_chainId",
                "A quantity in hex without leading zeros, twice the same."),
            StateChecks::chainId),
        Rule.asking(
            RpcRequirement.of(
                "RPC-04",
                "eth_sendTransaction",
                "The method is known: a refusal of an unknown account is right, method not found is"
                    + " not. Hosted providers usually lack it; it can be waived."),
            StateChecks::sendTransaction),
        Rule.asking(
            RpcRequirement.of("RPC-09", "eth_gasPrice", "A quantity above 0, or 0 as declared."),
            StateChecks::gasPrice),
        Rule.asking(
            RpcRequirement.of(
                "RPC-10",
                "eth_getTransactionCount",
                "0x0 for an account nobody has, by latest and pending; how it grows is NONCE-01."),
            StateChecks::count),
        Rule.asking(
            RpcRequirement.of(
                "RPC-17",
                "eth_blockNumber, eth_maxPriorityFeePerGas",
                "The number of the newest block; a tip, or a gas price to fall back to."),
            StateChecks::headAndTip));
  }

  private static Outcome code(Subject subject) {
    Node node = subject.node();
    Seen seen = new Seen();
    String nobody = Sender.nobody();
    seen.equal("code of " + nobody, "0x", node.ask("eth_getCode", nobody, "latest").asString(""));
    Optional<String> known =
        contracts(subject.declaration())
            .map(address -> node.ask("eth_getCode", address, "latest").asString(""))
            .filter(code -> !code.equals("0x"))
            .findFirst();
    known.ifPresentOrElse(
        code -> seen.that("code of a contract", "bytes in hex", code.matches(BYTES), code),
        () -> seen.missing("no contract is known on it; declare one"));
    return seen.outcome();
  }

  private static final String BYTES = "0x([0-9a-fA-F]{2})+";

  private static Stream<String> contracts(Declaration declaration) {
    return Stream.of(
            declaration.suite().values().stream(),
            declaration.multisig().factory().stream(),
            declaration.multisig().singleton().stream(),
            USUAL.stream())
        .flatMap(addresses -> addresses);
  }

  private static Outcome call(Subject subject) {
    Node node = subject.node();
    Seen seen = new Seen();
    Answer echo = node.call("eth_call", Map.of("to", IDENTITY, "data", WORD), "latest");
    seen.equal("identity of " + WORD, "\"" + WORD + "\"", echo.toString());
    Answer creation = node.call("eth_call", Map.of("data", "0x00"), "latest");
    if (creation instanceof Answer.Refused refused) {
      return seen.missing("init code cannot be called to see a revert: " + refused).outcome();
    }
    switch (node.call("eth_call", Map.of("data", REVERTS), "latest")) {
      case Answer.Result result -> seen.that("a revert", "an error", false, result);
      case Answer.Refused refused -> {
        seen.equal("data of a revert", WORD, data(refused.data()));
        seen.figure("revert-code", refused.code());
      }
    }
    return seen.outcome();
  }

  /** As a string, or within an object as some nodes wrap it. */
  private static String data(@org.jspecify.annotations.Nullable JsonNode data) {
    if (data == null) {
      return "nothing";
    }
    return data.isString() ? data.asString() : data.path("data").asString(data.toString());
  }

  private static Outcome chainId(Subject subject) {
    JsonNode first = subject.node().ask("eth_chainId");
    Seen seen = new Seen();
    seen.that("eth_chainId", "a quantity in hex", Quantity.isExact(first), first);
    return seen.equal("again", first, subject.node().ask("eth_chainId")).outcome();
  }

  private static Outcome sendTransaction(Subject subject) {
    Map<String, String> nothing =
        Map.of("from", Sender.nobody(), "to", Sender.nobody(), "value", "0x0");
    Answer answer = subject.node().call("eth_sendTransaction", nothing);
    return new Seen()
        .that("eth_sendTransaction", "a known method", !isUnknownMethod(answer), answer)
        .outcome();
  }

  private static boolean isUnknownMethod(Answer answer) {
    return answer instanceof Answer.Refused refused
        && (refused.code() == Answer.Refused.METHOD_NOT_FOUND
            || refused.code() == METHOD_NOT_SUPPORTED);
  }

  /** EIP-1474. */
  private static final int METHOD_NOT_SUPPORTED = -32004;

  private static Outcome gasPrice(Subject subject) {
    boolean free = Objects.requireNonNull(subject.declaration().chain().freeGas());
    JsonNode price = subject.node().ask("eth_gasPrice");
    Seen seen = new Seen().that("eth_gasPrice", "a quantity", Quantity.isExact(price), price);
    if (Quantity.isExact(price)) {
      boolean right = free || Quantity.big(price).signum() > 0;
      seen.that("eth_gasPrice", "above 0", right, price);
    }
    return seen.outcome();
  }

  private static Outcome count(Subject subject) {
    Seen seen = new Seen();
    String nobody = Sender.nobody();
    for (String tag : List.of("latest", "pending")) {
      Answer count = subject.node().call("eth_getTransactionCount", nobody, tag);
      seen.equal("transactions of nobody, " + tag, "\"0x0\"", count.toString());
    }
    return seen.outcome();
  }

  private static Outcome headAndTip(Subject subject) {
    Node node = subject.node();
    Ledger ledger = new Ledger(node);
    long before = ledger.head();
    JsonNode number = node.ask("eth_blockNumber");
    long after = ledger.head();
    Seen seen = new Seen();
    seen.that("eth_blockNumber", "a quantity", Quantity.isExact(number), number);
    if (Quantity.isExact(number)) {
      // One more or less: providers are many machines.
      boolean between = Quantity.of(number) >= before - 1 && Quantity.of(number) <= after + 1;
      seen.that("eth_blockNumber", "%d to %d".formatted(before, after), between, number);
    }
    Answer tip = node.call("eth_maxPriorityFeePerGas");
    boolean instead = tip instanceof Answer.Refused && isQuantity(node.call("eth_gasPrice"));
    return seen.that(
            "eth_maxPriorityFeePerGas",
            "a quantity, or eth_gasPrice instead",
            instead || isQuantity(tip),
            tip)
        .outcome();
  }

  private static boolean isQuantity(Answer answer) {
    return answer instanceof Answer.Result result && Quantity.isExact(result.value());
  }
}
