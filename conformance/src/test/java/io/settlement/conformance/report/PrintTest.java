// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Outcome;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PrintTest {
  private static final Report REPORT =
      Samples.mixed(new Waiver("PRE-04", "nobody uses modexp", "operator-7"));

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  @Test
  void thePageSaysTheVerdictAndEveryRequirementAndIsWellFormed() throws Exception {
    Document page = xml(Print.html(REPORT));
    assertThat(page.getDocumentElement().getTextContent())
        .contains("Is Gamma fit for settlement?")
        .contains("Not fit")
        .contains("2 of 5 requirements are met, 1 is broken, 1 is not known, 1 is waived.")
        .contains("one.example of One Ltd")
        .contains("Waived by operator-7: nobody uses modexp")
        .contains("The chain's team asks for it: it is an estimate of the layer below")
        .contains("22 November 2026, 06:00:00 UTC")
        .contains(REPORT.digest())
        .contains("EVM-01", "EVM-02", "PRE-04", "SLA-01", "SLA-03")
        .doesNotContain("secret-token");
  }

  @Test
  void whatANodeAnswersIsTextAndNothingElse() throws Exception {
    Document page = xml(Print.html(REPORT));
    assertThat(all(page, "script")).isEmpty();
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script> ${7*7} [[${9*9}]] \uFFFD ? & \"ж\"");
  }

  @Test
  void latencyAndUptimeAreDrawnWithIdsOfTheirOwn() throws Exception {
    Document page = xml(Print.html(REPORT));
    List<Element> drawings = all(page, "svg");
    assertThat(drawings)
        .extracting(svg -> svg.getAttribute("aria-label"))
        .containsExactly(
            "latency in ms: one.example p50 40.5, p95 180.0, p99 310.0;"
                + " two.example p50 40.5, p95 180.0, p99 310.0",
            "uptime in %: one.example uptime 99.95; two.example uptime 100.0");
    assertThat(drawings)
        .allSatisfy(svg -> assertThat(svg.getElementsByTagName("*").getLength()).isGreaterThan(20));
    List<String> clips =
        all(page, "clipPath").stream().map(clip -> clip.getAttribute("id")).toList();
    assertThat(clips).isNotEmpty().doesNotHaveDuplicates();
    Report unmeasured =
        Samples.of(
            List.of(Samples.CODE),
            List.of(),
            Samples.found(Samples.CODE, Outcome.pass("as required")));
    Document empty = xml(Print.html(unmeasured));
    assertThat(all(empty, "svg")).isEmpty();
    assertThat(empty.getDocumentElement().getTextContent()).contains("Not measured.", "Fit");
  }

  @Test
  void paperSaysTheSame() throws Exception {
    try (PDDocument paper = Loader.loadPDF(Print.pdf(REPORT))) {
      String text = new PDFTextStripper().getText(paper);
      assertThat(text)
          .contains("Is Gamma fit for settlement?")
          .contains("Not fit")
          .contains("2 of 5 requirements are met")
          .contains("Waived by operator-7: nobody uses modexp")
          .contains("alert(1)")
          .contains("ж")
          .contains("1 / " + paper.getNumberOfPages());
      assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("Conformance of Gamma");
    }
  }

  @Test
  void theSameReportGivesTheSameBytes() throws Exception {
    assertThat(Print.html(REPORT)).isEqualTo(Print.html(Report.parse(REPORT.toJson())));
    byte[] first = Print.pdf(REPORT);
    // Its dates have whole seconds.
    Thread.sleep(1_100);
    assertThat(Print.pdf(Report.parse(REPORT.toJson()))).isEqualTo(first);
  }

  @Test
  void theBadgeSaysTheVerdict() throws Exception {
    Document badge = xml(Print.badge(REPORT));
    assertThat(badge.getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("settlement conformance: not fit");
    assertThat(all(badge, "text"))
        .extracting(Element::getTextContent)
        .containsExactly("settlement conformance", "not fit");
    assertThat(Integer.parseInt(badge.getDocumentElement().getAttribute("width")))
        .isGreaterThan(150);
  }
}
