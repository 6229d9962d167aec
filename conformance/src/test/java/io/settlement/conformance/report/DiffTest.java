// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Outcome;
import io.settlement.conformance.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final Report BEFORE =
      Samples.of(
          List.of(Samples.CODE, Samples.NUMBER, Samples.UPTIME, Samples.LATENCY),
          List.of(),
          Samples.found(Samples.CODE, Outcome.pass("as required")),
          Samples.found(Samples.NUMBER, Outcome.fail("one too few")),
          Samples.found(Samples.UPTIME, Outcome.unknown("not watched")),
          Samples.found(Samples.LATENCY, Samples.latency(100)));

  private static final Report AFTER =
      Samples.of(
          List.of(Samples.CODE, Samples.NUMBER, Samples.UPTIME, Samples.LATENCY, Samples.MORE),
          List.of(),
          Samples.found(Samples.CODE, Outcome.fail("no hash")),
          Samples.found(Samples.NUMBER, Outcome.pass("as required")),
          Samples.found(Samples.UPTIME, Outcome.pass("as required")),
          Samples.found(Samples.MORE, Outcome.pass("as required")),
          Samples.found(Samples.LATENCY, Samples.latency(140)));

  @Test
  void whatBrokeWhatMendedAndWhatElseIsOtherwiseIsTold() {
    Diff diff = Diff.between(BEFORE, AFTER);
    assertThat(diff.broken())
        .containsExactly(
            new Diff.Change(
                "EVM-01",
                "Block hashes",
                Optional.of(Verdict.PASS),
                Optional.of(Verdict.FAIL),
                "no hash"));
    assertThat(diff.mended()).extracting(Diff.Change::requirement).containsExactly("EVM-02");
    assertThat(diff.others())
        .extracting(Diff.Change::requirement)
        .containsExactly("PRE-04", "SLA-01");
    assertThat(diff.others().getFirst().before()).isEmpty();
    assertThat(diff.isWorse()).isTrue();
    assertThat(new String(diff.toJson(), StandardCharsets.UTF_8)).contains("\"worse\":true");
  }

  @Test
  void figuresThatChangeByATenthAreNoise() {
    assertThat(Diff.between(BEFORE, AFTER).figures())
        .containsExactly(
            new Diff.Figure("SLA-03", "p95-ms one.example", "100.0", "140.0"),
            new Diff.Figure("SLA-03", "p95-ms two.example", "100.0", "140.0"));
    Report little =
        Samples.of(
            List.of(Samples.LATENCY),
            List.of(),
            Samples.found(Samples.LATENCY, Samples.latency(108)));
    assertThat(Diff.between(BEFORE, little).figures()).isEmpty();
  }

  @Test
  void aReportIsNoOtherThanItself() {
    Diff diff = Diff.between(AFTER, AFTER);
    assertThat(diff.broken()).isEmpty();
    assertThat(diff.mended()).isEmpty();
    assertThat(diff.others()).isEmpty();
    assertThat(diff.isWorse()).isFalse();
  }

  @Test
  void aFailureThatIsWaivedNowIsMended() {
    Report waived =
        BEFORE.waivedBy(List.of(new Waiver("EVM-02", "accepted for this chain", "operator-7")));
    assertThat(Diff.between(BEFORE, waived).mended())
        .extracting(Diff.Change::after)
        .containsExactly(Optional.of(Verdict.WAIVED));
    assertThat(Diff.between(waived, BEFORE).isWorse()).isTrue();
  }
}
