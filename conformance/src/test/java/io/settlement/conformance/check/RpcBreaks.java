// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Break.asksInstead;
import static io.settlement.conformance.check.Break.field;
import static io.settlement.conformance.check.Break.lacks;
import static io.settlement.conformance.check.Break.nothingAtAll;
import static io.settlement.conformance.check.Break.onTheWay;
import static io.settlement.conformance.check.Break.refusal;
import static io.settlement.conformance.check.Break.refuses;
import static io.settlement.conformance.check.Break.says;
import static io.settlement.conformance.check.Break.tells;
import static io.settlement.conformance.check.Break.text;
import static io.settlement.conformance.check.Break.turns;
import static io.settlement.conformance.check.Broken.line;

import io.settlement.conformance.check.Break.Reply;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Nodes that answer otherwise than JSON-RPC says. */
final class RpcBreaks {
  private static final String BLOCK = "eth_getBlockByNumber";
  private static final String LOGS = "eth_getLogs";
  private static final String RECEIPT = "eth_getTransactionReceipt";
  private static final String SEND = "eth_sendRawTransaction";
  private static final String HASH = "0x" + "ba".repeat(32);
  private static final int FREE_CALLS = 6;
  private static final Duration SLOW = Duration.ofMillis(1500);

  private RpcBreaks() {}

  static List<Broken> all() {
    return List.of(
        line("NONCE-01", "an old nonce is accepted", accepts("nonce too low")),
        line("FIN-01", "no finalized block", says(BLOCK, tag("finalized"), any -> nothingAtAll()))
            .hides("a lag needs a finalized block", "FIN-04"),
        line(
            "FIN-01",
            "finalized is above the newest",
            says(BLOCK, tag("finalized"), field("number", number -> plus(number, 1000)))),
        line("FIN-04", "finality stands still", asksInstead(BLOCK, RpcBreaks::firstWhenFinalized)),
        line("FIN-05", "no logs up to finalized", refuses(LOGS, from("finalized"), -32602, "tag")),
        line(
            "NODE-02",
            "old state is pruned",
            refuses("eth_getBalance", params -> at(params, 1, "0x1"), -32000, "missing trie node")),
        line("NODE-03", "nine answers to ten", onTheWay(RpcBreaks::nineOfTen)),
        line(
                "NODE-03",
                "logs of 100 blocks at most",
                refuses(LOGS, RpcBreaks::isLong, -32602, "range too large"))
            .breaks("the logs of the lookback cannot be weighed", "SIZE-RESP"),
        line("PROV-02", "too many calls are refused", limits(-32005)),
        line("SLA-02", "every second balance fails", failsEverySecond("eth_getBalance")),
        line("SLA-03", "a count takes long", delays("eth_getTransactionCount")),
        line("RPC-01", "no code is null", says("eth_getCode", is("0x", nothingAtAll()))),
        line(
            "RPC-02",
            "a revert without data",
            turns("eth_call", RpcBreaks::any, RpcBreaks::withoutData)),
        line("RPC-03", "a chain id with a leading zero", says("eth_chainId", RpcBreaks::padded)),
        line("RPC-04", "no eth_sendTransaction", lacks("eth_sendTransaction")),
        line("RPC-05", "another hash is answered", says(SEND, any -> text(HASH))),
        line(
            "RPC-06",
            "an error for what is unknown",
            refuses(RECEIPT, params -> at(params, 0, "0x" + "d1".repeat(32)), -32000, "unknown")),
        line("RPC-06", "two logs with one index", says(RECEIPT, RpcBreaks::oneIndex)),
        line("RPC-06", "no price is told", says(RECEIPT, without("effectiveGasPrice")))
            .hides("a fee needs its price", "RPC-14"),
        line(
            "RPC-07",
            "another nonce",
            says("eth_getTransactionByHash", field("nonce", nonce -> plus(nonce, 1)))),
        line("RPC-08", "three times the gas", says("eth_estimateGas", gas -> plus(times(gas), 0))),
        line("RPC-09", "a price with a leading zero", says("eth_gasPrice", RpcBreaks::padded)),
        line("RPC-10", "a count of 0x00", says("eth_getTransactionCount", is("0x0", text("0x00")))),
        line("RPC-11", "addresses are overlooked", asksInstead(LOGS, eachWithout("address"))),
        line("RPC-11", "logs lack a field", says(LOGS, eachWithout("removed"))),
        line("RPC-12", "no logs at the head", turns(LOGS, RpcBreaks::isOneBlock, RpcBreaks::late)),
        line(
            "RPC-13",
            "a hash and a range are accepted",
            refusedIsNothing(params -> params.path(0).has("blockHash"))),
        line("RPC-14", "a wei is kept", says("eth_getBalance", RpcBreaks::lessOne)),
        line(
            "RPC-15",
            "a block without its parent",
            says(BLOCK, RpcBreaks::orphan).and(orphanByHash())),
        line(
            "RPC-16",
            "another size by hash",
            says("eth_getBlockByHash", field("size", size -> plus(size, 1)))),
        line("RPC-17", "a number from the future", says("eth_blockNumber", n -> plus(n, 100))),
        line("SUB-01", "heads are not told", tells(told -> isLog(told) ? told : null)),
        line("SUB-01", "logs are not told", tells(told -> isLog(told) ? null : told)),
        line(
            "TAG-01",
            "numbers are refused",
            refuses("eth_getCode", RpcBreaks::isNumbered, -32602, "tags only")),
        line("TAG-01", "the future is now", asksInstead(BLOCK, RpcBreaks::nowWhenFuture)),
        line(
            "BATCH-01",
            "an error within a batch is swallowed",
            turns(
                "eth_conformanceHasNoSuchMethod",
                RpcBreaks::any,
                (request, node) -> result(request, nothingAtAll()))),
        line("BATCH-01", "ids are renumbered", onTheWay(RpcBreaks::renumbered)),
        line("SIZE-RESP", "requests of 100 kB at most", onTheWay(RpcBreaks::smallOnly)),
        line("SIZE-RESP", "whole blocks are too much", onTheWay(RpcBreaks::padsWholeBlocks)));
  }

  private static boolean any(JsonNode params) {
    return true;
  }

  private static boolean at(JsonNode params, int index, String value) {
    return params.path(index).asString("").equals(value);
  }

  private static Predicate<JsonNode> tag(String tag) {
    return params -> at(params, 0, tag);
  }

  private static Predicate<JsonNode> from(String tag) {
    return params -> params.path(0).path("fromBlock").asString("").equals(tag);
  }

  private static UnaryOperator<JsonNode> is(String value, JsonNode instead) {
    return found -> found.asString("").equals(value) ? instead : found;
  }

  private static BigInteger value(JsonNode number) {
    return new BigInteger(number.asString().substring(2), 16);
  }

  private static JsonNode hex(BigInteger value) {
    return text("0x" + value.toString(16));
  }

  private static JsonNode plus(JsonNode number, long more) {
    return hex(value(number).add(BigInteger.valueOf(more)));
  }

  private static JsonNode times(JsonNode number) {
    return hex(value(number).multiply(BigInteger.valueOf(3)));
  }

  private static JsonNode lessOne(JsonNode balance) {
    return value(balance).signum() > 0 ? plus(balance, -1) : balance;
  }

  private static JsonNode padded(JsonNode number) {
    return text("0x0" + number.asString().substring(2));
  }

  private static ObjectNode result(ObjectNode request, JsonNode result) {
    ObjectNode answer = refusal(request, 0, "");
    answer.remove("error");
    answer.set("result", result);
    return answer;
  }

  private static Break accepts(String refusal) {
    return turns(
        SEND,
        RpcBreaks::any,
        (request, node) -> {
          ObjectNode answer = node.answer(request);
          boolean refused = answer.path("error").path("message").asString("").contains(refusal);
          return refused ? result(request, text(HASH)) : answer;
        });
  }

  private static Break refusedIsNothing(Predicate<JsonNode> when) {
    return turns(
        LOGS,
        when,
        (request, node) -> {
          ObjectNode answer = node.answer(request);
          return answer.has("error") ? result(request, Break.JSON.createArrayNode()) : answer;
        });
  }

  private static JsonNode firstWhenFinalized(JsonNode params) {
    if (at(params, 0, "finalized")) {
      ((ArrayNode) params).set(0, text("0x1"));
    }
    return params;
  }

  private static JsonNode nowWhenFuture(JsonNode params) {
    String number = params.path(0).asString("");
    if (number.startsWith("0x") && value(params.path(0)).bitLength() >= 19) {
      ((ArrayNode) params).set(0, text("latest"));
    }
    return params;
  }

  private static Reply nineOfTen(JsonNode body, Break.Inner inner)
      throws java.io.IOException, InterruptedException {
    Reply reply = inner.reply();
    if (!body.isArray() || body.size() != 10) {
      return reply;
    }
    ArrayNode answers = (ArrayNode) Break.JSON.readTree(reply.body());
    answers.remove(9);
    return Reply.of(answers);
  }

  private static Reply renumbered(JsonNode body, Break.Inner inner)
      throws java.io.IOException, InterruptedException {
    Reply reply = inner.reply();
    if (!body.isArray() || body.size() != 100) {
      return reply;
    }
    ArrayNode answers = (ArrayNode) Break.JSON.readTree(reply.body());
    for (int i = 0; i < answers.size(); i++) {
      ((ObjectNode) answers.get(i)).put("id", i);
    }
    return Reply.of(answers);
  }

  private static Reply smallOnly(JsonNode body, Break.Inner inner)
      throws java.io.IOException, InterruptedException {
    return body.toString().length() > 100_000
        ? Reply.of(413, "request entity too large")
        : inner.reply();
  }

  private static Reply padsWholeBlocks(JsonNode body, Break.Inner inner)
      throws java.io.IOException, InterruptedException {
    Reply reply = inner.reply();
    if (!body.path(99).path("params").path(1).asBoolean(false)) {
      return reply;
    }
    byte[] padded = Arrays.copyOf(reply.body(), (int) TestChain.LIMIT + 1);
    Arrays.fill(
        padded, reply.body().length, padded.length, " ".getBytes(StandardCharsets.UTF_8)[0]);
    return new Reply(200, reply.type(), padded);
  }

  private static boolean isLong(JsonNode params) {
    JsonNode filter = params.path(0);
    String from = filter.path("fromBlock").asString("");
    String to = filter.path("toBlock").asString("");
    return from.startsWith("0x")
        && to.startsWith("0x")
        && value(filter.path("toBlock"))
                .subtract(value(filter.path("fromBlock")))
                .compareTo(BigInteger.valueOf(100))
            > 0;
  }

  private static Break limits(int code) {
    AtomicInteger calls = new AtomicInteger();
    return turns(
        "eth_getStorageAt",
        params -> calls.incrementAndGet() > FREE_CALLS,
        (request, node) -> refusal(request, code, "limit exceeded"));
  }

  private static boolean isOfTheLoad(JsonNode params) {
    return at(params, 0, Throughput.ACCOUNT);
  }

  private static Break failsEverySecond(String method) {
    AtomicInteger calls = new AtomicInteger();
    return refuses(
        method,
        params -> isOfTheLoad(params) && calls.incrementAndGet() % 2 == 0,
        -32603,
        "internal error");
  }

  private static Break delays(String method) {
    return turns(
        method,
        RpcBreaks::isOfTheLoad,
        (request, node) -> {
          try {
            Thread.sleep(SLOW);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return node.answer(request);
        });
  }

  private static ObjectNode withoutData(ObjectNode request, Break.Truth node) {
    ObjectNode answer = node.answer(request);
    if (answer.path("error") instanceof ObjectNode error) {
      error.remove("data");
    }
    return answer;
  }

  private static UnaryOperator<JsonNode> without(String name) {
    return found -> {
      drop(name, found);
      return found;
    };
  }

  private static UnaryOperator<JsonNode> eachWithout(String name) {
    return list -> {
      list.forEach(one -> drop(name, one));
      return list;
    };
  }

  private static void drop(String name, JsonNode from) {
    if (from instanceof ObjectNode object) {
      object.remove(name);
    }
  }

  private static JsonNode oneIndex(JsonNode receipt) {
    JsonNode logs = receipt.path("logs");
    if (logs.size() == 2) {
      ((ObjectNode) logs.get(1)).set("logIndex", logs.get(0).path("logIndex"));
    }
    return receipt;
  }

  private static boolean isOneBlock(JsonNode params) {
    JsonNode filter = params.path(0);
    return !filter.has("topics")
        && filter.path("fromBlock").asString("").startsWith("0x")
        && filter.path("fromBlock").equals(filter.path("toBlock"));
  }

  /** Nothing yet of what is not a few blocks old. */
  private static ObjectNode late(ObjectNode request, Break.Truth node) {
    BigInteger head = value(node.ask("eth_blockNumber"));
    BigInteger asked = value(request.path("params").path(0).path("fromBlock"));
    boolean fresh = head.subtract(asked).compareTo(BigInteger.valueOf(8)) < 0;
    return fresh ? result(request, Break.JSON.createArrayNode()) : node.answer(request);
  }

  /** One block of fifty; the same by hash, so that both say the same. */
  private static JsonNode orphan(JsonNode block) {
    return block.has("number") && value(block.path("number")).intValue() % 50 == 0
        ? field("parentHash", parent -> text(HASH)).apply(block)
        : block;
  }

  private static Break orphanByHash() {
    return says("eth_getBlockByHash", RpcBreaks::orphan);
  }

  private static boolean isLog(ObjectNode told) {
    return told.path("params").path("result").has("topics");
  }

  private static boolean isNumbered(JsonNode params) {
    return params.path(1).asString("").startsWith("0x");
  }
}
