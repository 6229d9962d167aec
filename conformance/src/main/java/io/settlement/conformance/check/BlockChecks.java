// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Ledger.range;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** What nodes say of blocks, by number, hash and tag. */
final class BlockChecks {
  private static final Set<String> HEADER =
      Set.of(
          "number",
          "hash",
          "parentHash",
          "sha3Uncles",
          "logsBloom",
          "transactionsRoot",
          "stateRoot",
          "receiptsRoot",
          "miner",
          "extraData",
          "gasLimit",
          "gasUsed",
          "timestamp",
          "transactions");
  private static final int CHAIN = 100;
  private static final long FUTURE = 1_000_000;
  private static final String ZERO = "0x" + "0".repeat(40);

  private BlockChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.asking(
            RpcRequirement.of(
                "RPC-15",
                "eth_getBlockByNumber",
                "The header's fields, transactions as hashes or whole as asked for, and each of 100"
                    + " blocks names the hash of the one before."),
            BlockChecks::byNumber),
        Rule.asking(
            RpcRequirement.of(
                "RPC-16", "eth_getBlockByHash", "The same as by number, with hashes and whole."),
            BlockChecks::byHash),
        Rule.asking(
            RpcRequirement.of(
                "TAG-01",
                "block tags and numbers",
                "Six methods accept latest, a number in hex, and pending where it applies; a block"
                    + " of the future is null or an error. finalized is FIN-01's and FIN-05's."),
            BlockChecks::tags));
  }

  private static Outcome byNumber(Subject subject) {
    Node node = subject.node();
    Ledger ledger = new Ledger(node);
    JsonNode head = ledger.known("latest");
    Set<String> fields = new TreeSet<>(HEADER);
    fields.removeAll(head.propertyNames());
    Seen seen = new Seen().equal("fields that are missing", Set.of(), fields);
    String number = head.path("number").asString("");
    seen.that("transactions of " + number, "hashes", all(head, JsonNode::isString), head);
    JsonNode whole = node.ask("eth_getBlockByNumber", number, true);
    seen.that("whole transactions of " + number, "objects", all(whole, JsonNode::isObject), whole);
    List<JsonNode> blocks = ledger.blocks(last(Quantity.of(head.path("number"))));
    for (int i = 1; i < blocks.size(); i++) {
      String parent = blocks.get(i).path("parentHash").asString("");
      String above = "parent of " + blocks.get(i).path("number").asString("");
      seen.equal(above, blocks.get(i - 1).path("hash").asString(""), parent);
    }
    return seen.outcome();
  }

  private static boolean all(JsonNode block, java.util.function.Predicate<? super JsonNode> shape) {
    return block.path("transactions").isArray()
        && block.path("transactions").valueStream().allMatch(shape);
  }

  private static List<Long> last(long head) {
    return LongStream.rangeClosed(Math.max(0, head - CHAIN), head).boxed().toList();
  }

  private static Outcome byHash(Subject subject) {
    Node node = subject.node();
    Ledger ledger = new Ledger(node);
    String number = Quantity.hex(Math.max(0, ledger.head() - 3));
    Seen seen = new Seen();
    for (boolean whole : new boolean[] {false, true}) {
      JsonNode byNumber = node.ask("eth_getBlockByNumber", number, whole);
      JsonNode byHash = node.ask("eth_getBlockByHash", byNumber.path("hash").asString(""), whole);
      seen.equal("block %s, whole %s".formatted(number, whole), byNumber, byHash);
    }
    return seen.outcome();
  }

  private static Outcome tags(Subject subject) {
    Node node = subject.node();
    long head = new Ledger(node).head();
    Seen seen = new Seen();
    for (String tag : List.of("latest", Quantity.hex(head))) {
      asked(node, tag).forEach((method, answer) -> seen.served(method + " " + tag, answer));
    }
    long pending = asked(node, "pending").values().stream().filter(BlockChecks::isResult).count();
    seen.figure("methods-with-pending", pending);
    String future = Quantity.hex(head + FUTURE);
    asked(node, future)
        .forEach(
            (method, answer) ->
                seen.that(method + " " + future, "null or an error", isNothing(answer), answer));
    return seen.outcome();
  }

  /**
   * eth_getLogs is asked for blocks that are there: of others nodes may say that they have none.
   */
  private static Map<String, Answer> asked(Node node, String tag) {
    return Map.of(
        "eth_getBlockByNumber", node.call("eth_getBlockByNumber", tag, false),
        "eth_getBalance", node.call("eth_getBalance", ZERO, tag),
        "eth_getCode", node.call("eth_getCode", ZERO, tag),
        "eth_getTransactionCount", node.call("eth_getTransactionCount", ZERO, tag),
        "eth_call", node.call("eth_call", Map.of("to", ZERO), tag),
        "eth_getLogs", node.call("eth_getLogs", range(tag, tag)));
  }

  private static boolean isResult(Answer answer) {
    return answer instanceof Answer.Result result && !result.value().isNull();
  }

  private static boolean isNothing(Answer answer) {
    return !isResult(answer)
        || (answer instanceof Answer.Result result
            && result.value().isArray()
            && result.value().isEmpty());
  }
}
