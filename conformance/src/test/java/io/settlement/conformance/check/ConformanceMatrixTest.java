// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Check;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every broken rule is found by its own check, and no other check changes its verdict without a
 * cause. A check is run again for a broken rule when it asked a method the rule touches: what it is
 * told otherwise is the same, and so is what it says.
 */
class ConformanceMatrixTest {
  private static final Settings SETTINGS = new Settings(16, Duration.ofSeconds(40));

  /** Bursts of a dozen calls, ten samples: what is broken is broken at once. */
  private static final Demands TINY =
      new Demands(
          40,
          Duration.ofMillis(300),
          10,
          Duration.ofSeconds(1),
          Duration.ofHours(24),
          Duration.ofDays(30),
          Duration.ofHours(24),
          TestChain.LIMIT);

  private static final int CHAINS_AT_ONCE = 8;

  private static TestChain chain;

  /** What each check says of the unbroken chain. */
  private static final Map<String, Outcome> UNBROKEN = new TreeMap<>();

  @BeforeAll
  static void looksAtTheUnbrokenChain() throws Exception {
    chain = new TestChain();
    for (Map.Entry<String, Finding> found :
        concurrently(Catalogue.all(TINY).stream().map(ConformanceMatrixTest::alone).toList())
            .entrySet()) {
      UNBROKEN.put(found.getKey(), found.getValue().outcome());
    }
  }

  @AfterAll
  static void ends() {
    chain.close();
  }

  private static Stream<Broken> lines() {
    return Stream.of(EvmBreaks.all(), RpcBreaks.all()).flatMap(List::stream);
  }

  @Test
  void everyBrokenRuleIsFoundByItsOwnCheckAndByNoOtherWithoutCause() throws Exception {
    List<Broken> lines = lines().toList();
    List<Callable<Map<String, Finding>>> runs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i;
      runs.add(() -> run(lines.get(number), "broken-" + number));
    }
    List<String> surprises = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CHAINS_AT_ONCE)) {
      List<Future<Map<String, Finding>>> findings = threads.invokeAll(runs);
      for (int i = 0; i < lines.size(); i++) {
        surprises.addAll(surprises(lines.get(i), findings.get(i).get()));
      }
    }
    assertThat(surprises).isEmpty();
  }

  /** The checks that are about this chain's virtual machine need no creation by eth_call. */
  @Test
  void aNodeThatRefusesCreationsIsAskedInAnotherWay() throws Exception {
    Break noCreation =
        Break.refuses("eth_call", params -> !params.path(0).has("to"), -32602, "to is missing");
    Break noOverride =
        Break.refuses("eth_call", params -> params.size() > 2, -32602, "too many arguments");
    assertThat(verdicts("no-creation", noCreation)).isEqualTo(unbroken());
    assertThat(verdicts("no-override", noCreation.and(noOverride))).isEqualTo(unbroken());
  }

  private static Map<String, Verdict> verdicts(String path, Break broken) throws Exception {
    chain.proxy().at(path, broken);
    return new Suite(Stream.of(EvmChecks.all(), SizeChecks.all()).flatMap(List::stream).toList())
        .run(chain.subject(path), SETTINGS, Progress.unseen(), Map.of()).values().stream()
            .collect(Collectors.toMap(Finding::requirement, found -> found.outcome().verdict()));
  }

  private static Map<String, Verdict> unbroken() {
    return UNBROKEN.entrySet().stream()
        .filter(found -> found.getKey().matches("(EVM|SIZE-0).*"))
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().verdict()));
  }

  /** What one node on one machine, looked at for a minute, cannot show. */
  private static final Map<String, Verdict> NOT_HERE =
      Map.of(
          "FIN-02", Verdict.UNKNOWN, // a day of watching
          "PROV-01", Verdict.FAIL, // three domains
          "PROV-02", Verdict.UNKNOWN, // the full load
          "PROV-03", Verdict.FAIL, // certificates
          "SLA-01", Verdict.UNKNOWN, // a month of watching
          "SLA-02", Verdict.UNKNOWN, // the full load
          "SLA-05", Verdict.UNKNOWN); // a day of load

  @Test
  void aChainThatKeepsEveryRulePasses() {
    assertThat(UNBROKEN)
        .allSatisfy(
            (id, outcome) ->
                assertThat(outcome.verdict())
                    .describedAs("%s: %s", id, outcome.reason())
                    .isEqualTo(NOT_HERE.getOrDefault(id, atAnvil(id))));
  }

  /** Wallet and explorer are not of this chain: AdministrationTest breaks their rules. */
  private static Verdict atAnvil(String id) {
    return id.matches("(MSIG|EXP)-.*") ? Verdict.UNKNOWN : Verdict.PASS;
  }

  /** Whoever changes the matrix finds the table to copy in target/matrix.md. */
  @Test
  void theDocumentationShowsThisMatrix() throws Exception {
    Path module = Path.of(System.getProperty("basedir", "."));
    Files.writeString(module.resolve("target/matrix.md"), table());
    assertThat(Files.readString(module.resolve("../docs/conformance.md"))).contains(table());
  }

  /** As a table of the documentation. */
  static String table() {
    return lines()
        .map(
            line ->
                "| %s | %s | %s | %s |"
                    .formatted(
                        line.requirement(),
                        line.what(),
                        line.also().entrySet().stream()
                            .map(other -> other.getKey() + " " + other.getValue())
                            .collect(Collectors.joining(", ")),
                        line.cause()))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Finding> run(Broken line, String path) throws Exception {
    chain.proxy().at(path, line.rule());
    List<Check> concerned =
        Catalogue.all(TINY).stream().filter(check -> concerns(line, check)).toList();
    return new Suite(concerned).run(chain.subject(path), SETTINGS, Progress.unseen(), Map.of());
  }

  private static boolean concerns(Broken line, Check check) {
    String id = check.requirement().id();
    Set<String> asked = chain.proxy().asked(id);
    return line.requirement().equals(id)
        || line.also().containsKey(id)
        || (!asked.isEmpty()
            && (line.rule().methods().isEmpty()
                || line.rule().methods().stream().anyMatch(asked::contains)));
  }

  private static List<String> surprises(Broken line, Map<String, Finding> findings) {
    Map<String, Verdict> expected =
        line.expected(
            UNBROKEN.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, at -> at.getValue().verdict())));
    return findings.values().stream()
        .filter(found -> found.outcome().verdict() != expected.get(found.requirement()))
        .map(
            found ->
                "%s (%s): %s is %s, not %s: %s"
                    .formatted(
                        line.requirement(),
                        line.what(),
                        found.requirement(),
                        found.outcome().verdict(),
                        expected.get(found.requirement()),
                        found.outcome().reason()))
        .toList();
  }

  /** Under its id as path, so that the proxy knows what it asked. */
  private static Callable<Map<String, Finding>> alone(Check check) {
    return () ->
        new Suite(List.of(check))
            .run(chain.subject(check.requirement().id()), SETTINGS, Progress.unseen(), Map.of());
  }

  private static Map<String, Finding> concurrently(List<Callable<Map<String, Finding>>> runs)
      throws Exception {
    Map<String, Finding> all = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CHAINS_AT_ONCE)) {
      for (Future<Map<String, Finding>> run : threads.invokeAll(runs)) {
        all.putAll(run.get());
      }
    }
    return all;
  }
}
