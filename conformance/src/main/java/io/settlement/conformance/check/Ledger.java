// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Call;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a node says of its chain, in the words of checks. */
record Ledger(Node node) {
  private static final int BATCH = 20;

  /** A block with its transactions' hashes; JSON's null when there is none. */
  JsonNode block(String tag) {
    return node.ask("eth_getBlockByNumber", tag, false);
  }

  /** The same, one that must be there. */
  JsonNode known(String tag) {
    JsonNode block = block(tag);
    if (block.isNull()) {
      throw new Unanswered(Unanswered.Cause.REFUSED, "no block " + tag + " at " + node.name());
    }
    return block;
  }

  /** The newest block's number. */
  long head() {
    return Quantity.of(known("latest").path("number"));
  }

  /** Blocks by number, in that order, in modest batches; one by one where batches are refused. */
  List<JsonNode> blocks(List<Long> numbers) {
    return many(
        numbers.stream()
            .map(number -> Call.of("eth_getBlockByNumber", Quantity.hex(number), false))
            .toList());
  }

  List<JsonNode> many(List<Call> calls) {
    List<JsonNode> answers = new ArrayList<>();
    for (int from = 0; from < calls.size(); from += BATCH) {
      some(calls.subList(from, Math.min(from + BATCH, calls.size())))
          .forEach(answer -> answers.add(answer.value()));
    }
    return answers;
  }

  private List<Answer> some(List<Call> calls) {
    try {
      return node.batch(calls);
    } catch (Unanswered e) {
      if (e.kind() != Unanswered.Cause.REFUSED && e.kind() != Unanswered.Cause.GARBAGE) {
        throw e;
      }
      return calls.stream().map(node::call).toList();
    }
  }

  /** JSON's null while it is pending. */
  JsonNode receipt(String transaction) {
    return node.ask("eth_getTransactionReceipt", transaction);
  }

  List<JsonNode> logs(Map<String, Object> filter) {
    return node.ask("eth_getLogs", filter).valueStream().toList();
  }

  /** What a filter for these blocks says, both included. */
  static Map<String, Object> range(String from, String to) {
    return Map.of("fromBlock", from, "toBlock", to);
  }
}
