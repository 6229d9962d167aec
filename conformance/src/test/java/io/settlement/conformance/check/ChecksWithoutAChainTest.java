// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Observations;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided by what was seen before, or by what is declared: no node is asked. */
class ChecksWithoutAChainTest {
  private static final URI PROVIDER = URI.create("https://127.0.0.1:1");
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration MONTH = Duration.ofDays(30);

  private static Outcome look(String id, String declaration, Observations history)
      throws InterruptedException {
    Check check =
        Catalogue.all().stream()
            .filter(one -> one.requirement().id().equals(id))
            .findFirst()
            .orElseThrow();
    Node node =
        Node.of(PROVIDER, null, NodeSettings.usual(AddressPolicy.PUBLIC_ONLY), Load.of(100, 4));
    return check.look(Subject.of(List.of(node), Declaration.parse(declaration)).with(history));
  }

  private record Seen(Uptime uptime, Soak soak, Finality finality) implements Observations {
    static final Uptime NO_PROBES = new Uptime(Duration.ZERO, 0, 0);
    static final Soak NO_CALLS = new Soak(Duration.ZERO, 0, 0);
    static final Finality NO_BLOCKS = new Finality(Duration.ZERO, 0, 0, List.of());

    static Outcome of(Uptime uptime) throws InterruptedException {
      return look("SLA-01", "{}", new Seen(uptime, NO_CALLS, NO_BLOCKS));
    }

    static Outcome of(Soak soak) throws InterruptedException {
      return look("SLA-05", "{}", new Seen(NO_PROBES, soak, NO_BLOCKS));
    }

    static Outcome of(Finality finality) throws InterruptedException {
      return look("FIN-02", "{}", new Seen(NO_PROBES, NO_CALLS, finality));
    }

    @Override
    public Uptime uptime(URI provider, Duration window) {
      return uptime;
    }

    @Override
    public Soak soak(URI provider, Duration window) {
      return soak;
    }

    @Override
    public Finality finality(Duration window) {
      return finality;
    }
  }

  @Test
  void uptimeIsKnownAfterAMonthAndBrokenAsSoonAsItsMinutesAreUsedUp() throws Exception {
    long minutes = MONTH.toMinutes();
    assertThat(Seen.of(new Observations.Uptime(MONTH, minutes, minutes - 43)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(Seen.of(new Observations.Uptime(MONTH, minutes, minutes - 44)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(Seen.of(new Observations.Uptime(Duration.ofHours(2), 120, 70)).verdict())
        .isEqualTo(Verdict.FAIL);
    Outcome early = Seen.of(new Observations.Uptime(Duration.ofHours(2), 120, 120));
    assertThat(early.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(early.reason()).contains("observed 2 h of 30 d");
  }

  @Test
  void aMonthWithHalfItsProbesIsNotAMonth() throws Exception {
    long half = MONTH.toMinutes() / 2;
    Outcome outcome = Seen.of(new Observations.Uptime(MONTH, half, half));
    assertThat(outcome.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(outcome.reason()).contains("observed 15 d of 30 d");
  }

  @Test
  void aSoakIsKnownAfterADay() throws Exception {
    assertThat(Seen.of(new Observations.Soak(DAY, 100_000, 99)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(Seen.of(new Observations.Soak(DAY, 100_000, 100)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(Seen.of(new Observations.Soak(Duration.ofHours(23), 100_000, 0)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void finalityIsBrokenByOneViolationAndKeptByADayAtThreeProviders() throws Exception {
    assertThat(Seen.of(new Observations.Finality(DAY, 7000, 3, List.of())).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(Seen.of(new Observations.Finality(DAY, 7000, 2, List.of())).reason())
        .isEqualTo("seen at 2 of 3 providers");
    var two = new Observations.Violation(5, "0xa", PROVIDER, "0xb", PROVIDER, Instant.EPOCH);
    assertThat(Seen.of(new Observations.Finality(Duration.ofHours(1), 7, 1, List.of(two))).reason())
        .isEqualTo("finalized 5: expected 0xa, found 0xb");
  }

  @Test
  void whatIsNotDeclaredIsNotKnownAndALatePromiseFails() throws Exception {
    assertThat(look("FIN-03", "finality: {mechanism: stake}", Observations.none()).reason())
        .isEqualTo(
            "assumptions is not declared; violation conditions is not declared; expected time is"
                + " not declared; document on finality is not declared");
    assertThat(look("SLA-04", "documents: {answerWithin: PT2H}", Observations.none()).verdict())
        .isEqualTo(Verdict.FAIL);
    Outcome forbidden =
        look("NODE-01", "documents: {fullNode: 'http://127.0.0.1:1/x'}", Observations.none());
    assertThat(forbidden.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(forbidden.reason()).contains("not an address of the public internet");
  }
}
