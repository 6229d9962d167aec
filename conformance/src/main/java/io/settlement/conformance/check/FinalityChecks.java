// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Ledger.range;

import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Node;
import io.settlement.conformance.Observations.Finality;
import io.settlement.conformance.Observations.Violation;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether final is final, and soon enough. */
final class FinalityChecks {
  private static final String ZERO = "0x" + "0".repeat(40);
  private static final int WITNESSES = 3;

  private FinalityChecks() {}

  static List<Check> all(Demands demands) {
    return List.of(
        Rule.asking(
            finality(
                "FIN-01",
                Kind.AUTOMATIC,
                "The finalized tag",
                "Final blocks can be read by the tag finalized.",
                "At each provider the finalized block is there, not above the newest, and does not"
                    + " go back."),
            FinalityChecks::tag),
        Rule.asking(
            finality(
                "FIN-02",
                Kind.OVER_TIME,
                "Final blocks do not change",
                "No violation of finality is observed.",
                "The hash of every finalized height that was seen, for 24 h, at three providers."),
            subject -> unchanged(subject, demands)),
        Rule.asking(
            finality(
                "FIN-03",
                Kind.DECLARED,
                "Finality is documented",
                "Mechanism, assumptions and violation conditions are documented for developers.",
                "All of them and the expected time are declared; the document answers."),
            FinalityChecks::documented),
        Rule.asking(
            finality(
                "FIN-04",
                Kind.AUTOMATIC,
                "Finality's lag",
                "Finality follows the head closely enough to be used.",
                "Blocks and seconds from the newest to the finalized block, against the declared"
                    + " bound."),
            FinalityChecks::lag),
        Rule.asking(
            finality(
                "FIN-05",
                Kind.AUTOMATIC,
                "finalized in calls",
                "Methods that read state and logs accept the tag finalized.",
                "eth_call, eth_getLogs, eth_getBalance, eth_getCode, eth_getTransactionCount."),
            FinalityChecks::accepted));
  }

  private static Requirement finality(
      String id, Kind kind, String title, String text, String method) {
    return Requirement.integration(id, kind, title, text, method);
  }

  private static Outcome tag(Subject subject) {
    Seen seen = new Seen();
    for (Node node : subject.nodes()) {
      Ledger ledger = new Ledger(node);
      JsonNode block = ledger.block("finalized");
      seen.that("finalized at " + node.name(), "a block", block.isObject(), block);
      if (block.isObject()) {
        long first = Quantity.of(block.path("number"));
        long head = ledger.head();
        seen.that("finalized at " + node.name(), "at most " + head, first <= head, first);
        long next = Quantity.of(ledger.known("finalized").path("number"));
        seen.that("finalized again at " + node.name(), "at least " + first, next >= first, next);
      }
    }
    return seen.outcome();
  }

  private static Outcome unchanged(Subject subject, Demands demands) {
    Finality history = subject.observations().finality(demands.finality());
    Seen seen = new Seen().figure("blocks", history.blocks());
    for (Violation two : history.violations()) {
      seen.equal("finalized " + two.height(), two.first(), two.other());
    }
    if (!Demands.isFull(history.watched(), demands.finality())) {
      seen.missing(Words.observed(history.watched(), demands.finality()));
    }
    if (history.providers() < WITNESSES) {
      seen.missing("seen at %d of %d providers".formatted(history.providers(), WITNESSES));
    }
    return seen.outcome();
  }

  private static Outcome documented(Subject subject) throws InterruptedException {
    Declaration.Finality declared = subject.declaration().finality();
    Seen seen = new Seen();
    Documents documents = new Documents(subject, seen);
    documents.said("mechanism", declared.mechanism());
    documents.said("assumptions", declared.assumptions());
    documents.said("violation conditions", declared.violations());
    documents.said("expected time", declared.expected());
    documents.answers("document on finality", declared.document());
    return seen.outcome();
  }

  private static Outcome lag(Subject subject) {
    Ledger ledger = new Ledger(subject.node());
    JsonNode last = ledger.known("finalized");
    JsonNode head = ledger.known("latest");
    long blocks = Quantity.of(head.path("number")) - Quantity.of(last.path("number"));
    long seconds = Quantity.of(head.path("timestamp")) - Quantity.of(last.path("timestamp"));
    Seen seen = new Seen().figure("lag-blocks", blocks).figure("lag-s", seconds);
    subject
        .declaration()
        .finality()
        .lagBlocks()
        .ifPresentOrElse(
            bound -> seen.that("lag in blocks", "at most " + bound, blocks <= bound, blocks),
            () -> seen.missing("no bound declared; " + blocks + " blocks now"));
    return seen.outcome();
  }

  private static Outcome accepted(Subject subject) {
    Node node = subject.node();
    Seen seen = new Seen();
    seen.served("eth_call", node.call("eth_call", Map.of("to", ZERO), "finalized"));
    seen.served("eth_getLogs", node.call("eth_getLogs", range("finalized", "finalized")));
    List<String> ofAccounts =
        new ArrayList<>(List.of("eth_getBalance", "eth_getCode", "eth_getTransactionCount"));
    for (String method : ofAccounts) {
      seen.served(method, node.call(method, ZERO, "finalized"));
    }
    return seen.outcome();
  }
}
