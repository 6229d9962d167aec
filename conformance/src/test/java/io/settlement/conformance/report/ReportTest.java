// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.conformance.Outcome;
import io.settlement.conformance.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Waiver NUMBER_WAIVED =
      new Waiver("EVM-02", "the settlement contract does not read it", "operator-7");

  private static Report changed(Report report, String from, String to) {
    String json = new String(report.toJson(), StandardCharsets.UTF_8);
    String other = json.replaceFirst(from, to);
    assertThat(other).isNotEqualTo(json);
    return Report.parse(other.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aReportIsReadAsItWasWrittenHoweverItsJsonIsSpelt() {
    Report report = Samples.mixed(NUMBER_WAIVED);
    byte[] json = report.toJson();
    assertThat(Report.parse(json).toJson()).isEqualTo(json);
    String spread = new String(json, StandardCharsets.UTF_8).replace(",\"", " ,\n  \"");
    assertThat(Report.parse(spread.getBytes(StandardCharsets.UTF_8)).toJson()).isEqualTo(json);
    // A number of JSON would have lost the last digit.
    assertThat(Report.parse(json).chain().id()).hasValue("9007199254740993");
  }

  @Test
  void theVerdictOfTheWholeFollowsFromWhatIsMandatory() {
    Outcome pass = Outcome.pass("as required");
    Outcome fail = Outcome.fail("otherwise");
    Outcome unknown = Outcome.unknown("no answer");
    assertThat(verdict(pass, pass)).isEqualTo(Verdict.PASS);
    assertThat(verdict(pass, fail)).isEqualTo(Verdict.PASS);
    assertThat(verdict(pass, unknown)).isEqualTo(Verdict.PASS);
    assertThat(verdict(unknown, fail)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(fail, pass)).isEqualTo(Verdict.FAIL);
    assertThat(Samples.mixed().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(Samples.of(List.of(), List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
    Report nothing = Samples.of(List.of(Samples.CODE), List.of());
    assertThat(nothing.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(nothing.lines().getFirst().finding().outcome().reason()).isEqualTo("not looked at");
  }

  private static Verdict verdict(Outcome mandatory, Outcome reportOnly) {
    return Samples.of(
            List.of(Samples.CODE, Samples.MORE),
            List.of(),
            Samples.found(Samples.CODE, mandatory),
            Samples.found(Samples.MORE, reportOnly))
        .verdict();
  }

  @Test
  void aWaiverExcusesWhatIsNotMetAndAWishDoesNot() {
    Report report = Samples.mixed(NUMBER_WAIVED, new Waiver("EVM-01", "no need", "operator-7"));
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.lines().get(1).verdict()).isEqualTo(Verdict.WAIVED);
    assertThat(report.lines().get(1).waiver()).hasValue(NUMBER_WAIVED);
    assertThat(report.lines().getFirst().verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.lines().getFirst().waiver()).isEmpty();
    Report wished = Samples.mixed();
    assertThat(wished.lines().get(1).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(wished.lines().get(1).wish()).hasValue("it is an estimate of the layer below");
    assertThat(wished.waivedBy(List.of(NUMBER_WAIVED))).isEqualTo(Samples.mixed(NUMBER_WAIVED));
    assertThat(report.waivedBy(List.of()).verdict()).isEqualTo(Verdict.FAIL);
    assertThatThrownBy(() -> Samples.mixed(new Waiver("EVM-99", "never", "operator-7")))
        .hasMessageContaining("EVM-99, which nobody demands");
  }

  @Test
  void whatContradictsItselfIsNoReport() {
    Report report = Samples.mixed();
    assertThatThrownBy(() -> changed(report, "\"verdict\":\"FAIL\"}$", "\"verdict\":\"PASS\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not follow from what was found");
    assertThatThrownBy(() -> changed(report, "\"format\":1", "\"format\":2"))
        .hasMessageContaining("a report of format 2");
    assertThatThrownBy(() -> Report.parse("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Report.parse("hello".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not JSON");
  }

  @Test
  void noAccessTokenIsInIt() {
    Report report = Samples.mixed();
    assertThat(new String(report.toJson(), StandardCharsets.UTF_8))
        .contains("one.example", "One Ltd")
        .doesNotContain("secret-token");
  }
}
