// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.check.Sender.Inclusion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What nodes tell unasked. */
final class SubscriptionChecks {
  private SubscriptionChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.sending(
            RpcRequirement.of(
                "SUB-01",
                "eth_subscribe to newHeads and logs, eth_unsubscribe",
                "Over WebSocket: two heads, the later with the larger number; a log of our own;"
                    + " both ended; after connecting again the log is found by eth_getLogs."),
            SubscriptionChecks::subscriptions));
  }

  private static Outcome subscriptions(Subject subject, Sender sender) throws InterruptedException {
    Node node = subject.node();
    if (node.ws().isEmpty()) {
      return Outcome.unknown("no WebSocket is declared");
    }
    Duration patience = Sender.patience(subject);
    String topic = Emission.topic();
    Seen seen = new Seen();
    Inclusion emitted;
    try (Feed feed = Feed.open(node)) {
      Answer heads = feed.ask("eth_subscribe", "newHeads");
      Answer logs = feed.ask("eth_subscribe", "logs", Map.of("topics", List.of(topic)));
      seen.served("newHeads", heads).served("logs", logs);
      if (!seen.right()) {
        return seen.outcome();
      }
      emitted = sender.emit(topic);
      sender.emit(Emission.topic());
      List<JsonNode> told = feed.take(heads.value().asString(), 2, patience);
      seen.equal("heads that were told", 2, told.size());
      if (told.size() == 2) {
        long first = Quantity.of(told.getFirst().path("number"));
        long next = Quantity.of(told.getLast().path("number"));
        seen.that("the next head", "above " + first, next > first, next);
      }
      int fired = feed.take(logs.value().asString(), 1, patience).size();
      seen.equal("logs that were told", 1, fired);
      for (Answer ended : List.of(heads, logs)) {
        seen.equal("unsubscribed", "true", feed.ask("eth_unsubscribe", ended.value()).toString());
      }
    }
    return resumed(node, emitted, topic, seen);
  }

  private static Outcome resumed(Node node, Inclusion emitted, String topic, Seen seen)
      throws InterruptedException {
    try (Feed again = Feed.open(node)) {
      Map<String, Object> since =
          Map.of("fromBlock", emitted.block(), "toBlock", "latest", "topics", List.of(topic));
      JsonNode found = again.ask("eth_getLogs", since).value();
      return seen.equal("logs since, connected again", 1, found.size()).outcome();
    }
  }
}
