// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Ledger.range;

import io.settlement.conformance.Call;
import io.settlement.conformance.Check;
import io.settlement.conformance.Exchange;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Many questions in one body, and large bodies. */
final class BatchChecks {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ITEMS = 100;
  private static final int BAD = 57;
  private static final long FIRST_ID = 7_000_001;
  private static final String NO_METHOD = "eth_conformanceHasNoSuchMethod";
  private static final String IDENTITY = "0x0000000000000000000000000000000000000004";
  private static final int TOO_LARGE = 413;
  private static final int LARGE_CALL = 100_000;

  private BatchChecks() {}

  static List<Check> all(Demands demands) {
    return List.of(
        Rule.asking(
            RpcRequirement.of(
                "BATCH-01",
                "batches of eth_getLogs and eth_getBlockByNumber",
                "A hundred in one body: every id comes back once with the answer to its question,"
                    + " and the one that cannot be answered is the only error."),
            BatchChecks::batch),
        Rule.asking(
            RpcRequirement.of(
                "SIZE-RESP",
                "bodies up to 173 MB",
                "A request of 200 kB is served; a batch of 100 whole blocks and the logs of the"
                    + " declared lookback are served within the limit. Whether the limit binds"
                    + " requests or answers is not said: both are measured."),
            subject -> sizes(subject, demands.answer())));
  }

  private static Outcome batch(Subject subject) {
    Node node = subject.node();
    long head = new Ledger(node).head();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      calls.add(i == BAD ? Call.of(NO_METHOD) : question(i, head));
    }
    JsonNode answers = read(node.exchange(body(calls)));
    Seen seen = new Seen();
    seen.equal("answers", ITEMS, answers.size());
    Map<Long, JsonNode> byId = new HashMap<>();
    answers.forEach(answer -> byId.put(answer.path("id").asLong(-1), answer));
    for (int i = 0; i < ITEMS && seen.right(); i++) {
      JsonNode answer = byId.getOrDefault(FIRST_ID + i, JSON.nullNode());
      String what = "answer to item " + i;
      if (i == BAD) {
        seen.that(what, "an error", answer.path("error").isObject(), answer);
      } else if (i % 2 == 0) {
        seen.equal(what, number(i, head), answer.path("result").path("number").asString(""));
      } else {
        seen.that(what, "a list of logs", answer.path("result").isArray(), answer);
      }
    }
    return seen.outcome();
  }

  private static Call question(int i, long head) {
    String number = number(i, head);
    return i % 2 == 0
        ? Call.of("eth_getBlockByNumber", number, false)
        : Call.of("eth_getLogs", range(number, number));
  }

  private static String number(int i, long head) {
    return Quantity.hex(Math.max(0, head - i));
  }

  private static Outcome sizes(Subject subject, long most) {
    Node node = subject.node();
    long head = new Ledger(node).head();
    long lookback = Objects.requireNonNull(subject.declaration().chain().logLookback());
    Seen seen = new Seen();
    Scales scales = new Scales(node, most, seen);
    String data = "0x" + "2a".repeat(LARGE_CALL);
    scales.weigh(
        "a call with 100 kB",
        List.of(Call.of("eth_call", Map.of("to", IDENTITY, "data", data), "latest")));
    List<Call> blocks = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      blocks.add(Call.of("eth_getBlockByNumber", number(i, head), true));
    }
    scales.weigh("100 whole blocks", blocks);
    String from = Quantity.hex(Math.max(0, head - lookback));
    scales.weigh(
        "logs of the lookback", List.of(Call.of("eth_getLogs", range(from, Quantity.hex(head)))));
    return seen.outcome();
  }

  private record Scales(Node node, long most, Seen seen) {

    void weigh(String what, List<Call> calls) {
      byte[] request = body(calls);
      try {
        Exchange exchange = node.exchange(request);
        if (exchange.status() == TOO_LARGE) {
          seen.that(what, "served", false, "HTTP 413 for " + request.length + " bytes");
          return;
        }
        boolean served = read(exchange).valueStream().allMatch(one -> one.has("result"));
        seen.that(what, "served", served, "HTTP " + exchange.status());
        seen.figure(what.replace(' ', '-') + "-request-bytes", request.length);
        seen.figure(what.replace(' ', '-') + "-answer-bytes", exchange.body().length);
      } catch (Unanswered e) {
        // What is not read to the end here may be within the limit.
        if (e.kind() != Unanswered.Cause.TOO_LARGE || node.settings().mostBytes() < most) {
          throw e;
        }
        seen.that(
            what, "at most " + most + " bytes", false, Objects.requireNonNull(e.getMessage()));
      }
    }
  }

  private static byte[] body(List<Call> calls) {
    ArrayNode body = JSON.createArrayNode();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      body.add(
          JSON.createObjectNode()
              .put("jsonrpc", "2.0")
              .put("id", FIRST_ID + i)
              .put("method", call.method())
              .set("params", JSON.valueToTree(call.params())));
    }
    return JSON.writeValueAsBytes(body);
  }

  /** A list; what is something else is one wrong answer. */
  private static JsonNode read(Exchange exchange) {
    try {
      JsonNode answers = JSON.readTree(exchange.body());
      return answers.isArray() ? answers : JSON.createArrayNode().add(answers);
    } catch (JacksonException e) {
      throw new Unanswered(
          Unanswered.Cause.GARBAGE, "a batch is answered with HTTP " + exchange.status(), e);
    }
  }
}
