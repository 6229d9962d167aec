// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Purse.Payment;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.check.Sender.Inclusion;
import io.settlement.conformance.check.Sender.Sent;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What nodes do with transactions, and say of them afterwards. */
final class TransactionChecks {
  private static final String NOT_SENT = "0x" + "d1".repeat(32);

  private TransactionChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.sending(
            RpcRequirement.of(
                "RPC-05",
                "eth_sendRawTransaction",
                "A legacy transaction and one of EIP-1559; each is answered with its own hash and"
                    + " is included."),
            (subject, sender) -> sendRaw(sender)),
        Rule.sending(
            RpcRequirement.of(
                "RPC-06",
                "eth_getTransactionReceipt",
                "null for what is unknown or pending; then status, logs with indexes of their own,"
                    + " gasUsed, effectiveGasPrice, and its block's hash."),
            TransactionChecks::receipt),
        Rule.sending(
            RpcRequirement.of(
                "RPC-07", "eth_getTransactionByHash", "The fields of a transaction that was sent."),
            TransactionChecks::byHash),
        Rule.sending(
            RpcRequirement.of(
                "RPC-08",
                "eth_estimateGas",
                "At least what a transaction then uses, at most twice that; an error for a"
                    + " revert."),
            TransactionChecks::estimate),
        Rule.sending(
            RpcRequirement.of(
                "RPC-14",
                "eth_getBalance",
                "A transfer: the receiver has its value, the sender has it less, and the fee that"
                    + " the receipt tells."),
            TransactionChecks::balance));
  }

  private static Outcome sendRaw(Sender sender) throws InterruptedException {
    Seen seen = new Seen();
    sent("a legacy transaction", sender.signLegacy(sender.count("pending"), Sender.transfer()))
        .in(seen, sender);
    sent("one of EIP-1559", sender.sign1559(sender.count("pending"), Sender.transfer()))
        .in(seen, sender);
    return seen.outcome();
  }

  private record Sending(String what, Sent sent) {
    void in(Seen seen, Sender sender) throws InterruptedException {
      Answer answer = sender.tell(sent);
      seen.equal(what, "\"" + sent.hash() + "\"", answer.toString().toLowerCase(Locale.ROOT));
      if (answer instanceof Answer.Result) {
        JsonNode receipt = sender.included(sent).receipt();
        seen.equal(what, sent.hash(), receipt.path("transactionHash").asString(""));
      }
    }
  }

  private static Sending sent(String what, Sent sent) {
    return new Sending(what, sent);
  }

  private static Outcome receipt(Subject subject, Sender sender) throws InterruptedException {
    Node node = subject.node();
    Payment twoLogs =
        new Payment("", BigInteger.ZERO, Emission.twice(Emission.topic()), Sender.GAS);
    Inclusion inclusion = sender.included(sender.send(twoLogs));
    JsonNode receipt = inclusion.receipt();
    Seen seen = new Seen();
    for (Answer before : inclusion.before()) {
      seen.equal("receipt while pending", "null", before.toString());
    }
    seen.equal(
        "receipt of no transaction",
        "null",
        node.call("eth_getTransactionReceipt", NOT_SENT).toString());
    seen.equal("status", "0x1", receipt.path("status").asString(""));
    for (String field : List.of("gasUsed", "cumulativeGasUsed", "effectiveGasPrice")) {
      JsonNode value = receipt.path(field);
      seen.that(field, "a quantity", Quantity.isExact(value), value);
    }
    String block = new Ledger(node).known(inclusion.block()).path("hash").asString("");
    seen.equal("blockHash", block, receipt.path("blockHash").asString(""));
    Stream<JsonNode> logs = receipt.path("logs").valueStream();
    long indexes = logs.map(log -> log.path("logIndex").asString("")).distinct().count();
    return seen.equal("indexes of two logs", 2L, indexes).outcome();
  }

  private static Outcome byHash(Subject subject, Sender sender) throws InterruptedException {
    Sent sent = sender.send(Sender.transfer());
    Inclusion inclusion = sender.included(sent);
    JsonNode found = subject.node().ask("eth_getTransactionByHash", sent.hash());
    Seen seen = new Seen();
    Map<String, String> submitted =
        Map.of(
            "hash", sent.hash(),
            "from", sender.address(),
            "to", sent.payment().to(),
            "nonce", Quantity.hex(sent.nonce()),
            "value", "0x" + sent.payment().value().toString(16),
            "gas", Quantity.hex(sent.payment().gas()),
            "input", sent.payment().data(),
            "blockNumber", inclusion.block());
    submitted.forEach(
        (field, value) ->
            seen.equal(field, value, found.path(field).asString("").toLowerCase(Locale.ROOT)));
    return seen.outcome();
  }

  private static Outcome estimate(Subject subject, Sender sender) throws InterruptedException {
    Node node = subject.node();
    String code = Emission.of(Emission.topic());
    long estimate =
        Quantity.of(node.ask("eth_estimateGas", Map.of("from", sender.address(), "data", code)));
    Payment payment = new Payment("", BigInteger.ZERO, code, Sender.GAS);
    long used = Quantity.of(sender.included(sender.send(payment)).receipt().path("gasUsed"));
    return new Seen()
        .that(
            "estimate",
            "%d to %d".formatted(used, 2 * used),
            used <= estimate && estimate <= 2 * used,
            estimate)
        .refused(
            "estimate of a revert",
            node.call("eth_estimateGas", Map.of("from", sender.address(), "data", "0x60006000fd")))
        .outcome();
  }

  private static Outcome balance(Subject subject, Sender sender) throws InterruptedException {
    Node node = subject.node();
    Sent sent = sender.send(Sender.transfer());
    JsonNode receipt = sender.included(sent).receipt();
    String block = receipt.path("blockNumber").asString("");
    String before = Quantity.hex(Quantity.of(receipt.path("blockNumber")) - 1);
    BigInteger spent =
        balance(node, sender.address(), before).subtract(balance(node, sender.address(), block));
    return new Seen()
        .equal("spent", sent.payment().value().add(fee(receipt)), spent)
        .equal("received", sent.payment().value(), balance(node, sent.payment().to(), block))
        .outcome();
  }

  private static BigInteger balance(Node node, String account, String block) {
    return Quantity.big(node.ask("eth_getBalance", account, block));
  }

  /** Execution, and what is paid for another layer where a receipt tells that. */
  private static BigInteger fee(JsonNode receipt) {
    BigInteger execution =
        Quantity.big(receipt.path("gasUsed"))
            .multiply(Quantity.big(receipt.path("effectiveGasPrice")));
    JsonNode below = receipt.path("l1Fee");
    return below.isString() ? execution.add(Quantity.big(below)) : execution;
  }
}
