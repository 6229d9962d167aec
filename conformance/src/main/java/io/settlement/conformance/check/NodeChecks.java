// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Ledger.range;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Call;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether nodes can be run by others, know the past, and can be talked to as they should. */
final class NodeChecks {
  private static final String ZERO = "0x" + "0".repeat(40);
  private static final int EARLY = 100;
  private static final int BATCH = 10;

  private NodeChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.asking(
            Requirement.integration(
                "NODE-01",
                Kind.DECLARED,
                "Full node",
                "Instructions and hardware requirements for a full node are public.",
                "The declared page answers."),
            NodeChecks::fullNode),
        Rule.asking(
            Requirement.integration(
                "NODE-02",
                Kind.AUTOMATIC,
                "Archive node",
                "Blocks, transactions, logs and state can be read from genesis on.",
                "Blocks 0 and 1 with transactions, logs of the first hundred, a balance at block 1;"
                    + " the declared page on archive nodes answers."),
            NodeChecks::archive),
        Rule.asking(
            Requirement.integration(
                "NODE-03",
                Kind.AUTOMATIC,
                "Node options",
                "Batches, log lookbacks, HTTP and WebSocket can be configured.",
                "A batch of ten, logs over the declared lookback, the chain id over both; that they"
                    + " are encrypted is PROV-03."),
            NodeChecks::options));
  }

  private static Outcome fullNode(Subject subject) {
    Seen seen = new Seen();
    new Documents(subject, seen)
        .answers("page on full nodes", subject.declaration().documents().fullNode());
    return seen.outcome();
  }

  private static Outcome archive(Subject subject) {
    Node node = subject.node();
    long head = new Ledger(node).head();
    Seen seen = new Seen();
    for (long number = 0; number <= Math.min(head, 1); number++) {
      Answer block = node.call("eth_getBlockByNumber", Quantity.hex(number), true);
      seen.that("block " + number, "a block", isBlock(block), block);
    }
    String early = Quantity.hex(Math.min(head, EARLY));
    seen.served("logs up to " + early, node.call("eth_getLogs", range("0x0", early)));
    String first = Quantity.hex(Math.min(head, 1));
    seen.served("balance at " + first, node.call("eth_getBalance", ZERO, first));
    new Documents(subject, seen)
        .answers("page on archive nodes", subject.declaration().documents().archiveNode());
    return seen.outcome();
  }

  private static boolean isBlock(Answer answer) {
    return answer instanceof Answer.Result result && result.value().has("hash");
  }

  private static Outcome options(Subject subject) throws InterruptedException {
    Node node = subject.node();
    Declaration.Chain chain = subject.declaration().chain();
    Seen seen = new Seen();
    seen.equal("answers to a batch of ten", BATCH, answered(node));
    long head = new Ledger(node).head();
    String from = Quantity.hex(Math.max(0, head - Objects.requireNonNull(chain.logLookback())));
    seen.served("logs from " + from, node.call("eth_getLogs", range(from, Quantity.hex(head))));
    List<Node> spoken = subject.nodes().stream().filter(one -> one.ws().isPresent()).toList();
    for (Node one : spoken) {
      seen.equal("chain id by WebSocket", one.ask("eth_chainId").asString(), spokenId(one));
    }
    if (spoken.isEmpty()) {
      seen.missing("no WebSocket is declared");
    }
    return seen.outcome();
  }

  private static int answered(Node node) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      calls.add(Call.of("eth_chainId"));
    }
    try {
      return (int) node.batch(calls).stream().filter(Answer.Result.class::isInstance).count();
    } catch (Unanswered e) {
      if (e.kind() == Unanswered.Cause.REFUSED || e.kind() == Unanswered.Cause.GARBAGE) {
        return 0;
      }
      throw e;
    }
  }

  private static String spokenId(Node node) throws InterruptedException {
    try (Feed feed = Feed.open(node)) {
      return feed.ask("eth_chainId").value().asString("");
    } catch (Unanswered e) {
      return Objects.requireNonNull(e.getMessage());
    }
  }
}
