// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Ledger.range;

import io.settlement.conformance.Check;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.check.Sender.Inclusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether logs are found, all of them, as soon as their block is. */
final class LogChecks {
  private static final List<String> SHAPE =
      List.of(
          "address",
          "topics",
          "data",
          "blockNumber",
          "blockHash",
          "transactionHash",
          "transactionIndex",
          "logIndex",
          "removed");
  private static final String NO_BLOCK = "0x" + "d1".repeat(32);
  private static final int HEADS = 5;
  private static final int LOOKS = 50;
  private static final int RECEIPTS = 10;

  private LogChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.sending(
            RpcRequirement.of(
                "RPC-11",
                "eth_getLogs",
                "A log of our own has all fields of EIP-1474 and is found by address, topics,"
                    + " alternatives and gaps, and by nothing else."),
            LogChecks::filters),
        Rule.sending(
            RpcRequirement.of(
                "RPC-12",
                "eth_getLogs at the head",
                "As soon as a block is the newest its logs are served: five heads, each with a log"
                    + " of our own, compared with receipts."),
            LogChecks::atTheHead),
        Rule.sending(
            RpcRequirement.of(
                "RPC-13",
                "eth_getLogs by blockHash",
                "EIP-234: the same as by number; an error together with a range or for a hash that"
                    + " is unknown."),
            LogChecks::byBlockHash));
  }

  private static Outcome filters(Subject subject, Sender sender) throws InterruptedException {
    String first = Emission.topic();
    String second = Emission.topic();
    String third = Emission.topic();
    Inclusion emitted = sender.emit(first, second, third);
    Filters filters = new Filters(new Ledger(subject.node()), emitted);
    List<JsonNode> found = filters.found(List.of(first));
    Seen seen = new Seen().equal("logs by topic", 1, found.size());
    if (found.isEmpty()) {
      return seen.outcome();
    }
    Set<String> fields = new TreeSet<>(SHAPE);
    fields.removeAll(found.getFirst().propertyNames());
    String emitter = found.getFirst().path("address").asString("");
    String other = Sender.nobody();
    return seen.equal("fields that are missing", Set.of(), fields)
        .equal("removed", "false", found.getFirst().path("removed").toString())
        .equal("by alternatives", 1, filters.found(List.of(List.of(third, first))).size())
        .equal("by gaps", 1, filters.found(Arrays.asList(null, null, third)).size())
        .equal("by all", 1, filters.found(List.of(first, second, third)).size())
        .equal("by another order", 0, filters.found(List.of(second, first)).size())
        .equal("by address", 1, filters.of(emitter, first).size())
        .equal("by one of two addresses", 1, filters.of(List.of(other, emitter), first).size())
        .equal("by another address", 0, filters.of(other, first).size())
        .outcome();
  }

  /** Filters for the block of a log. */
  private record Filters(Ledger ledger, Inclusion emitted) {
    List<JsonNode> found(List<?> topics) {
      Map<String, Object> filter = new HashMap<>(range(emitted.block(), emitted.block()));
      filter.put("topics", topics);
      return ledger.logs(filter);
    }

    List<JsonNode> of(Object address, String topic) {
      Map<String, Object> filter = new HashMap<>(range(emitted.block(), emitted.block()));
      filter.put("topics", List.of(topic));
      filter.put("address", address);
      return ledger.logs(filter);
    }
  }

  private static Outcome atTheHead(Subject subject, Sender sender) throws InterruptedException {
    Ledger ledger = new Ledger(subject.node());
    Seen seen = new Seen();
    for (int i = 0; i < HEADS; i++) {
      String hash = sender.send(Sender.emission(Emission.topic())).hash();
      JsonNode head = newestWith(hash, ledger);
      String number = head.path("number").asString("");
      Set<String> served = places(ledger.logs(range(number, number)));
      Set<String> missing = places(logs(head, hash, ledger));
      missing.removeAll(served);
      seen.equal("logs of " + number + " not served", Set.of(), missing);
    }
    return seen.outcome();
  }

  /** The newest block as soon as it has the transaction, or another one has. */
  private static JsonNode newestWith(String transaction, Ledger ledger)
      throws InterruptedException {
    JsonNode head = ledger.known("latest");
    for (int look = 0; look < LOOKS && !has(head, transaction); look++) {
      if (!ledger.receipt(transaction).isNull()) {
        return ledger.known("latest");
      }
      Thread.sleep(Math.min(20L * (look + 1), 500));
      head = ledger.known("latest");
    }
    return head;
  }

  private static boolean has(JsonNode block, String transaction) {
    return block
        .path("transactions")
        .valueStream()
        .anyMatch(hash -> hash.asString("").equalsIgnoreCase(transaction));
  }

  /** By receipts: of our own transaction and of the block's first. */
  private static List<JsonNode> logs(JsonNode block, String own, Ledger ledger)
      throws InterruptedException {
    Set<String> transactions =
        block
            .path("transactions")
            .valueStream()
            .limit(RECEIPTS)
            .map(hash -> hash.asString(""))
            .collect(Collectors.toCollection(TreeSet::new));
    if (has(block, own)) {
      transactions.add(own);
    }
    List<JsonNode> logs = new ArrayList<>();
    for (String transaction : transactions) {
      ledger.receipt(transaction).path("logs").forEach(logs::add);
    }
    return logs;
  }

  private static Set<String> places(List<JsonNode> logs) {
    return logs.stream()
        .map(log -> log.path("transactionHash").asString("") + log.path("logIndex").asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Outcome byBlockHash(Subject subject, Sender sender) throws InterruptedException {
    Node node = subject.node();
    Ledger ledger = new Ledger(node);
    String topic = Emission.topic();
    Inclusion emitted = sender.emit(topic);
    String hash = emitted.receipt().path("blockHash").asString("");
    Map<String, Object> byRange = new HashMap<>(range(emitted.block(), emitted.block()));
    byRange.put("topics", List.of(topic));
    Map<String, Object> byHash = Map.of("blockHash", hash, "topics", List.of(topic));
    Map<String, Object> both = new HashMap<>(byRange);
    both.put("blockHash", hash);
    return new Seen()
        .equal("logs by hash", ledger.logs(byRange), ledger.logs(byHash))
        .refused("a hash and a range", node.call("eth_getLogs", both))
        .refused("a hash of no block", node.call("eth_getLogs", Map.of("blockHash", NO_BLOCK)))
        .outcome();
  }
}
