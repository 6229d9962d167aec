// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.conformance.report.Diff;
import io.settlement.conformance.report.Print;
import io.settlement.conformance.report.Report;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Items;
import io.settlement.registry.PartnerReadable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports over REST, under the names that the command writes them by. A version is a number, or
 * {@code latest}: the latest in which everything was looked at.
 */
@Tag(name = "Conformance")
@RestController
@RequestMapping({
  "/v1/onboarding/applications/{subject}/conformance",
  "/v1/chains/{subject}/conformance",
  "/v1/handlers/{subject}/conformance"
})
class ReportsController {
  private static final int MOST = 200;
  private static final String LATEST = "latest";
  private static final String SVG = "image/svg+xml";

  private final Subjects subjects;
  private final ReportTable reports;
  private final Keys keys;

  ReportsController(Subjects subjects, ReportTable reports, Keys keys) {
    this.subjects = subjects;
    this.reports = reports;
    this.keys = keys;
  }

  @Operation(
      operationId = "listConformanceReports",
      summary = "Versions of the report, newest first")
  @GetMapping("/reports")
  @PartnerReadable
  Items<Version> versions(@PathVariable String subject, Authentication caller) {
    return new Items<>(reports.page(subjects.of(subject, caller).subject(), MOST));
  }

  @Operation(
      operationId = "getConformanceReport",
      summary = "A version: verdict, counts, and what stands worse than before")
  @GetMapping("/reports/{version}")
  @PartnerReadable
  Version version(
      @PathVariable String subject, @PathVariable String version, Authentication caller) {
    return find(subjects.of(subject, caller).subject(), version);
  }

  @Operation(
      operationId = "getConformanceReportJson",
      summary = "The report: canonical JSON, as it is signed")
  @GetMapping(path = "/reports/{version}/report.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @PartnerReadable
  ResponseEntity<byte[]> json(
      @PathVariable String subject, @PathVariable String version, Authentication caller) {
    return print(subject, version, caller, Report::toJson);
  }

  @Operation(
      operationId = "getConformanceReportSignature",
      summary = "The report's signature by this service's key")
  @GetMapping(
      path = "/reports/{version}/report.json.sig",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @PartnerReadable
  ResponseEntity<byte[]> signature(
      @PathVariable String subject, @PathVariable String version, Authentication caller) {
    return print(subject, version, caller, report -> keys.sign(report).toJson());
  }

  @Operation(
      operationId = "getConformanceReportHtml",
      summary = "The report as a page that needs nothing else")
  @GetMapping(path = "/reports/{version}/report.html", produces = MediaType.TEXT_HTML_VALUE)
  @PartnerReadable
  ResponseEntity<byte[]> html(
      @PathVariable String subject, @PathVariable String version, Authentication caller) {
    return print(subject, version, caller, report -> Print.html(report).getBytes(UTF_8));
  }

  @Operation(operationId = "getConformanceReportPdf", summary = "The report for paper")
  @GetMapping(path = "/reports/{version}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @PartnerReadable
  ResponseEntity<byte[]> pdf(
      @PathVariable String subject, @PathVariable String version, Authentication caller) {
    return print(subject, version, caller, Print::pdf);
  }

  @Operation(operationId = "getConformanceBadge", summary = "The verdict as a small picture")
  @GetMapping(path = "/reports/{version}/badge.svg", produces = SVG)
  @PartnerReadable
  ResponseEntity<byte[]> badge(
      @PathVariable String subject, @PathVariable String version, Authentication caller) {
    return print(subject, version, caller, report -> Print.badge(report).getBytes(UTF_8));
  }

  @Operation(
      operationId = "compareConformanceReports",
      summary = "What is otherwise in a later version")
  @GetMapping(path = "/diff", produces = MediaType.APPLICATION_JSON_VALUE)
  @PartnerReadable
  ResponseEntity<byte[]> diff(
      @PathVariable String subject,
      @RequestParam String from,
      @RequestParam(defaultValue = LATEST) String to,
      Authentication caller) {
    String whose = subjects.of(subject, caller).subject();
    Report earlier = reports.report(whose, find(whose, from).version());
    Report later = reports.report(whose, find(whose, to).version());
    return ResponseEntity.ok(Diff.between(earlier, later).toJson());
  }

  private ResponseEntity<byte[]> print(
      String subject, String version, Authentication caller, Function<Report, byte[]> form) {
    String whose = subjects.of(subject, caller).subject();
    Version found = find(whose, version);
    return ResponseEntity.ok().body(form.apply(reports.report(whose, found.version())));
  }

  private Version find(String subject, String version) {
    return (LATEST.equals(version) ? reports.latestComplete(subject) : numbered(subject, version))
        .orElseThrow(() -> Problem.notFound("unknown-report", "no version %s".formatted(version)));
  }

  private Optional<Version> numbered(String subject, String version) {
    try {
      return reports.find(subject, Integer.parseInt(version));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
