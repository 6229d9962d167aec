// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration.Explorer;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Where people and programs look at the chain. */
final class ExplorerChecks {
  private static final int BLOCKS = 50;

  /** How long a verification may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Pattern NO_SUCH_ACTION =
      Pattern.compile("(?i)(unknown|invalid|missing).{0,20}(action|module)");

  private ExplorerChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.asking(
            Requirement.integration(
                "EXP-01",
                Kind.DECLARED,
                "Explorer",
                "The chain has a block explorer.",
                "Its page answers, and so do those of a transaction and of an account."),
            ExplorerChecks::pages),
        Rule.asking(
            Requirement.integration(
                "EXP-02",
                Kind.AUTOMATIC,
                "The explorer's interface for programs",
                "Contracts and their verification are served to programs.",
                "getsourcecode, getabi, verifysourcecode and checkverifystatus answer in JSON in"
                    + " the style of Etherscan; a contract of the suite that is verified shows that"
                    + " verification works to its end, else one that a funded key makes and has"
                    + " verified."),
            ExplorerChecks::programs),
        Rule.asking(
            Requirement.integration(
                "EXP-03",
                Kind.AUTOMATIC,
                "The suite's sources",
                "The suite's contracts on the chain are verified.",
                "The explorer serves the source of every declared address."),
            ExplorerChecks::sources));
  }

  private static Outcome pages(Subject subject) {
    Optional<URI> explorer = subject.declaration().explorer().url();
    Seen seen = new Seen();
    Documents documents = new Documents(subject, seen);
    documents.answers("the explorer", explorer);
    if (explorer.isEmpty() || !seen.right()) {
      return seen.outcome();
    }
    Optional<JsonNode> transaction = newestTransaction(subject);
    if (transaction.isEmpty()) {
      return seen.missing("no transaction in the last " + BLOCKS + " blocks").outcome();
    }
    documents.answers("a transaction's page", page(explorer, "tx", transaction.get(), "hash"));
    documents.answers("an account's page", page(explorer, "address", transaction.get(), "from"));
    return seen.outcome();
  }

  private static Optional<URI> page(
      Optional<URI> explorer, String kind, JsonNode transaction, String field) {
    return explorer.map(
        url ->
            URI.create(
                url.toString().replaceAll("/+$", "")
                    + "/"
                    + kind
                    + "/"
                    + transaction.path(field).asString("")));
  }

  private static Optional<JsonNode> newestTransaction(Subject subject) {
    Ledger ledger = new Ledger(subject.node());
    long head = ledger.head();
    return LongStream.iterate(head, number -> number >= 0, number -> number - 1)
        .limit(BLOCKS)
        .mapToObj(number -> subject.node().ask("eth_getBlockByNumber", Quantity.hex(number), true))
        .flatMap(block -> block.path("transactions").valueStream())
        .findFirst();
  }

  private static Outcome programs(Subject subject) throws InterruptedException {
    Explorer explorer = subject.declaration().explorer();
    if (explorer.api().isEmpty()) {
      return Outcome.unknown("the explorer's interface for programs is not declared");
    }
    Map<String, String> suite = new TreeMap<>(subject.declaration().suite());
    String address = suite.values().stream().findFirst().orElse("0x" + "0".repeat(40));
    ExplorerApi api = new ExplorerApi(subject, explorer.api().get());
    Seen seen = new Seen();
    known(seen, "getsourcecode", api.get("getsourcecode", Map.of("address", address)));
    known(seen, "getabi", api.get("getabi", Map.of("address", address)));
    known(seen, "verifysourcecode", api.post("verifysourcecode", Map.of()));
    known(seen, "checkverifystatus", api.get("checkverifystatus", Map.of("guid", "0")));
    if (seen.right() && suite.values().stream().allMatch(one -> api.source(one).isEmpty())) {
      verify(subject, api, seen);
    }
    return seen.outcome();
  }

  /** No contract of the suite shows that verification works to its end, so one of ours has to. */
  private static void verify(Subject subject, ExplorerApi api, Seen seen)
      throws InterruptedException {
    if (subject.purse().isEmpty()) {
      seen.missing(
          "no verified contract of the suite shows that verification works to its end, and one of"
              + " our own needs a funded key");
      return;
    }
    new Verification(subject, api, seen, PATIENCE).look(subject.purse().get());
  }

  private static void known(Seen seen, String action, JsonNode answer) {
    boolean shaped = answer.has("status") && answer.has("message");
    boolean known =
        !NO_SUCH_ACTION
            .matcher(answer.path("message").asString("") + " " + answer.path("result"))
            .find();
    seen.that(action, "status, message and result in JSON", shaped && known, answer);
  }

  private static Outcome sources(Subject subject) {
    Explorer explorer = subject.declaration().explorer();
    if (explorer.api().isEmpty() || subject.declaration().suite().isEmpty()) {
      return Outcome.unknown(
          explorer.api().isEmpty()
              ? "the explorer's interface for programs is not declared"
              : "no contract of the suite is declared");
    }
    ExplorerApi api = new ExplorerApi(subject, explorer.api().get());
    Seen seen = new Seen();
    new TreeMap<>(subject.declaration().suite())
        .forEach(
            (name, address) -> {
              int length = api.source(address).length();
              seen.that(
                  "source of " + name + " " + address,
                  "verified",
                  length > 0,
                  length == 0 ? "none" : length + " characters");
            });
    return seen.outcome();
  }
}
