// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Call;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Verdict;
import io.settlement.kit.test.Anvil;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The suite against Hardhat's node, which knows nothing of anvil. */
class SecondImplementationTest {
  private static final int AGE = 300;
  private static final String CONTRACT = "0x00000000000000000000000000000000c0de0001";
  private static final String AUTOMATIC_ON_ONE_NODE =
      "(EVM|PRE|SIZE|NONCE|RPC|TAG|BATCH|SUB)-.*|FIN-0[145]";

  /** What that node does otherwise than the documentation demands, and how it shows. */
  private static final Map<String, String> DEPARTURES =
      Map.of(
          // Calls see no base fee there, also those that pay one; transactions do.
          "EVM-05",
          "FAIL block.basefee: expected",
          // It holds no transaction back while it makes a block with each.
          "NONCE-01",
          "FAIL a transaction after a gap is queued: expected a result, found refused with -32000");

  @Test
  void hardhatsNodeKeepsEveryRuleButTheOnesItIsKnownToBreak() throws Exception {
    try (HardhatNode hardhat = HardhatNode.born(AGE + 5)) {
      Node node =
          Node.of(
              hardhat.http(),
              hardhat.ws(),
              NodeSettings.usual(AddressPolicy.ANY),
              Load.of(1_000, 16));
      // One by one: blocks that hardhat_mine makes at once have no parents.
      node.batch(Collections.nCopies(AGE, Call.of("evm_mine")));
      node.ask("hardhat_setCode", CONTRACT, "0x60016000f3");
      Map<String, Finding> found =
          new Suite(checks())
              .run(
                  Subject.of(List.of(node), declaration()).with(Purse.of(Anvil.FIRST_KEY)),
                  new Settings(8, Duration.ofSeconds(40)),
                  Progress.unseen(),
                  Map.of());
      Map<String, String> departures = new TreeMap<>();
      found.forEach(
          (id, finding) -> {
            if (finding.outcome().verdict() != Verdict.PASS) {
              departures.put(id, finding.outcome().verdict() + " " + finding.outcome().reason());
            }
          });
      assertThat(departures).hasSameSizeAs(DEPARTURES);
      assertThat(departures)
          .allSatisfy(
              (id, reason) -> assertThat(reason).contains(DEPARTURES.getOrDefault(id, "?")));
    }
  }

  private static List<Check> checks() {
    return Catalogue.all().stream()
        .filter(check -> check.requirement().id().matches(AUTOMATIC_ON_ONE_NODE))
        .toList();
  }

  private static Declaration declaration() {
    return Declaration.parse(
        """
        chain: {name: Hardhat, id: 31338, blockTime: 1, blobs: true}
        finality: {lagBlocks: 100}
        suite: {settlement: "%s"}
        """
            .formatted(CONTRACT));
  }
}
