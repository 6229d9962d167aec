// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Verdict;
import io.settlement.kit.test.Anvil;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A node of which nothing is declared, without a key that pays: the whole table. */
class PlainAnvilTest {
  /** Only a funded key shows these. */
  private static final Set<String> NEED_A_KEY =
      Set.of(
          "NONCE-01",
          "RPC-05",
          "RPC-06",
          "RPC-07",
          "RPC-08",
          "RPC-11",
          "RPC-12",
          "RPC-13",
          "RPC-14",
          "SUB-01");

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("FIN-02", "UNKNOWN observed 0 s of 24 h; seen at 0 of 3 providers"),
          Map.entry("FIN-03", "UNKNOWN mechanism is not declared"),
          Map.entry("FIN-04", "UNKNOWN no bound declared"),
          Map.entry("NODE-01", "UNKNOWN page on full nodes is not declared"),
          Map.entry("NODE-02", "UNKNOWN page on archive nodes is not declared"),
          Map.entry("NODE-03", "UNKNOWN no WebSocket is declared"),
          Map.entry("PROV-01", "FAIL providers with domains of their own"),
          Map.entry("PROV-02", "UNKNOWN only asked at 40/s"),
          Map.entry("PROV-03", "FAIL http at"),
          Map.entry("SLA-01", "UNKNOWN probes of"),
          Map.entry("SLA-02", "UNKNOWN only asked at 40/s"),
          Map.entry("SLA-04", "UNKNOWN contact for incidents is not declared"),
          Map.entry("SLA-05", "UNKNOWN a loop at"));

  private static final Demands SMALL =
      new Demands(
          40,
          Duration.ofMillis(300),
          10,
          Duration.ofSeconds(5),
          Duration.ofHours(24),
          Duration.ofDays(30),
          Duration.ofHours(24),
          NodeSettings.DOCUMENTED_LIMIT);

  private static Map<String, Finding> look(URI address) throws InterruptedException {
    try (Node node =
        Node.of(address, null, NodeSettings.usual(AddressPolicy.ANY), Load.of(1000, 16))) {
      Subject subject = Subject.of(List.of(node), Declaration.ofProviders(List.of(address)));
      return new Suite(Catalogue.all(SMALL))
          .run(subject, Settings.usual(), Progress.unseen(), Map.of());
    }
  }

  @Test
  void ofNodesFinalityProvidersAndMethodsThisIsKnownAndNoMore() throws Exception {
    Map<String, String> expected = new TreeMap<>(OTHERS);
    NEED_A_KEY.forEach(id -> expected.put(id, "UNKNOWN needs a funded key"));
    Map<String, Finding> findings;
    try (Anvil anvil = Anvil.start()) {
      anvil.mine(20);
      findings = look(URI.create(anvil.rpcUrl()));
    }
    Set<String> passed = new TreeSet<>();
    findings.forEach(
        (id, finding) -> {
          String found = finding.outcome().verdict() + " " + finding.outcome().reason();
          if (finding.outcome().verdict() == Verdict.PASS) {
            passed.add(id);
          } else if (isOfTheseAreas(id)) {
            assertThat(found).describedAs(id).startsWith(expected.getOrDefault(id, "PASS"));
          }
        });
    assertThat(passed).doesNotContainAnyElementsOf(expected.keySet());
    assertThat(passed)
        .contains(
            "FIN-01",
            "FIN-05",
            "RPC-01",
            "RPC-02",
            "RPC-03",
            "RPC-04",
            "RPC-09",
            "RPC-10",
            "RPC-15",
            "RPC-16",
            "RPC-17",
            "SLA-03",
            "TAG-01",
            "BATCH-01",
            "SIZE-RESP");
  }

  private static boolean isOfTheseAreas(String id) {
    return id.matches("(NONCE|FIN|NODE|PROV|SLA|RPC|SUB|TAG|BATCH)-.*|SIZE-RESP");
  }

  @Test
  void ofANodeThatIsNotThereNothingIsKnown() throws Exception {
    Map<String, Verdict> failed =
        look(URI.create("http://127.0.0.1:1")).entrySet().stream()
            .filter(found -> isOfTheseAreas(found.getKey()))
            .filter(found -> found.getValue().outcome().verdict() != Verdict.UNKNOWN)
            .collect(
                Collectors.toMap(Map.Entry::getKey, found -> found.getValue().outcome().verdict()));
    // One address is not three, and has no certificate, whether it answers or not.
    assertThat(failed).isEqualTo(Map.of("PROV-01", Verdict.FAIL, "PROV-03", Verdict.FAIL));
  }
}
