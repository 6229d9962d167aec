// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SuiteTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
  private final Node node =
      Node.of(NOWHERE, null, NodeSettings.usual(AddressPolicy.ANY), Load.of(100, 4));
  private final Subject subject = Subject.of(List.of(node), Declaration.ofProviders(List.of()));

  private interface Look {
    Outcome at(Subject subject) throws InterruptedException;
  }

  private static Check check(String id, boolean sends, Look look) {
    return new Check() {
      @Override
      public Requirement requirement() {
        return Requirement.evm(id, id, id, id);
      }

      @Override
      public Outcome look(Subject subject) throws InterruptedException {
        return look.at(subject);
      }

      @Override
      public boolean sends() {
        return sends;
      }
    };
  }

  private Map<String, Finding> run(Settings settings, Map<String, Finding> known, Check... checks)
      throws Exception {
    return new Suite(List.of(checks)).run(subject, settings, Progress.unseen(), known);
  }

  private static Outcome outcome(Map<String, Finding> findings, String id) {
    return Objects.requireNonNull(findings.get(id)).outcome();
  }

  private static Settings within(Duration perCheck) {
    return new Settings(4, perCheck);
  }

  @Test
  void aNodeThatCannotBeReachedLeavesUnknown() throws Exception {
    Map<String, Finding> findings =
        run(
            Settings.usual(),
            Map.of(),
            check("A", false, at -> Outcome.pass(at.node().ask("eth_chainId").asString())));
    Outcome outcome = outcome(findings, "A");
    assertThat(outcome.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(outcome.reason()).contains("127.0.0.1:1 cannot be reached");
  }

  @Test
  void anAddressThatMayNotBeAskedIsNotConnectedTo() {
    for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
      Node forbidden =
          Node.of(
              URI.create("http://" + host + ":1"),
              null,
              NodeSettings.usual(AddressPolicy.PUBLIC_ONLY),
              Load.of(100, 4));
      assertThatThrownBy(() -> forbidden.ask("eth_chainId"))
          .isInstanceOfSatisfying(
              Unanswered.class,
              e -> assertThat(e.kind()).isEqualTo(Unanswered.Cause.FORBIDDEN_ADDRESS));
    }
  }

  @Test
  void whatTakesTooLongOrFailsItselfIsUnknownAndKeepsNobodyElse() throws Exception {
    Map<String, Finding> findings =
        run(
            within(Duration.ofMillis(200)),
            Map.of(),
            check(
                "A",
                false,
                at -> {
                  new CountDownLatch(1).await();
                  return Outcome.pass("never");
                }),
            check(
                "B",
                false,
                at -> {
                  throw new IllegalStateException("oops");
                }),
            check("C", false, at -> Outcome.pass("fine")));
    assertThat(outcome(findings, "A").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(outcome(findings, "B").reason()).contains("oops");
    assertThat(outcome(findings, "C").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsKnownIsNotLookedForAgain() throws Exception {
    Finding known = new Finding("A", Outcome.fail("seen"), Instant.EPOCH, Duration.ZERO);
    Map<String, Finding> findings =
        run(
            Settings.usual(),
            Map.of("A", known),
            check("A", false, at -> Outcome.pass("again")),
            check("B", false, at -> Outcome.pass("new")));
    assertThat(findings.get("A")).isSameAs(known);
    assertThat(findings).containsOnlyKeys("A", "B");
  }

  @Test
  void checksThatSendTakeTurns() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    List<Check> sending = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sending.add(
          check(
              "S" + i,
              true,
              at -> {
                boolean alone = inside.incrementAndGet() == 1;
                // Another one would come in meanwhile, if it might.
                Thread.sleep(5);
                inside.decrementAndGet();
                return alone ? Outcome.pass("alone") : Outcome.fail("not alone");
              }));
    }
    assertThat(
            new Suite(sending).run(subject, Settings.usual(), Progress.unseen(), Map.of()).values())
        .allMatch(finding -> finding.outcome().verdict() == Verdict.PASS);
  }

  @Test
  void noTwoChecksDecideTheSame() {
    Check one = check("A", false, at -> Outcome.pass(""));
    assertThatThrownBy(() -> new Suite(List.of(one, one)))
        .hasMessageContaining("two checks decide A");
  }
}
