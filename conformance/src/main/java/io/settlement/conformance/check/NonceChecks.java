// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.check.Sender.Sent;
import java.time.Duration;
import java.util.List;

/** How transactions of one account follow each other. */
final class NonceChecks {
  private static final Duration SPREAD = Duration.ofSeconds(10);

  private NonceChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.sending(
            Requirement.integration(
                "NONCE-01",
                Kind.AUTOMATIC,
                "Nonces",
                "An account's nonce increases with each confirmed transaction, at all nodes.",
                "Three transactions, the second before the first: the gap waits and is not"
                    + " executed, the counts of latest and pending follow, every provider has the"
                    + " same within 10 s, and an old nonce is refused."),
            NonceChecks::nonces));
  }

  private static Outcome nonces(Subject subject, Sender sender) throws InterruptedException {
    Seen seen = new Seen();
    long start = sender.count("pending");
    Sent gap = sender.sign(start + 1, Sender.transfer());
    Answer queued = sender.tell(gap);
    seen.served("a transaction after a gap is queued", queued)
        .equal("latest while there is a gap", start, sender.count("latest"));
    Sent first = sender.sign(start, Sender.transfer());
    seen.served("the one that was missing", sender.tell(first));
    long pending = queued instanceof Answer.Result ? start + 2 : start + 1;
    seen.equal("pending after it", pending, sender.count("pending"));
    Sent last = sender.sign(pending, Sender.transfer());
    seen.served("the next", sender.tell(last));
    List<Sent> sent =
        queued instanceof Answer.Result ? List.of(first, gap, last) : List.of(first, last);
    for (Sent one : sent) {
      sender.included(one);
    }
    seen.equal("latest when all are included", pending + 1, sender.count("latest"))
        .refused("an old nonce again", sender.tell(first));
    for (Node node : subject.nodes()) {
      seen.equal("latest at " + node.name(), pending + 1, settled(sender, node, pending + 1));
    }
    return seen.outcome();
  }

  /** What a provider says when it had time to hear of it. */
  private static long settled(Sender sender, Node node, long expected) throws InterruptedException {
    long end = System.nanoTime() + SPREAD.toNanos();
    long count = sender.count(node, "latest");
    while (count != expected && System.nanoTime() < end) {
      Thread.sleep(250);
      count = sender.count(node, "latest");
    }
    return count;
  }
}
