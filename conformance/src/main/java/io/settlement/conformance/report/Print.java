// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import io.settlement.conformance.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A report for people. The same report gives the same bytes on the same machine. */
public final class Print {
  private static final String FOLDER = "io/settlement/conformance/report/";
  private static final TemplateEngine TEMPLATES = templates();

  /** Latin, Greek and Cyrillic; it comes with the library that writes PDF. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private Print() {}

  private static TemplateEngine templates() {
    TemplateEngine engine = new TemplateEngine();
    engine.addTemplateResolver(resolver("report.html", TemplateMode.HTML));
    engine.addTemplateResolver(resolver("badge.svg", TemplateMode.XML));
    return engine;
  }

  private static ClassLoaderTemplateResolver resolver(String name, TemplateMode mode) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Print.class.getClassLoader());
    resolver.setPrefix(FOLDER);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setTemplateMode(mode);
    resolver.setResolvablePatterns(Set.of(name));
    resolver.setCheckExistence(true);
    return resolver;
  }

  /** One page that needs nothing else; also well-formed XML. It says what is signed, no more. */
  public static String html(Report report) {
    Report signed = Report.parse(report.toJson());
    return fill("report.html", Map.of("page", asMap(Page.of(signed))));
  }

  private static Map<?, ?> asMap(Object view) {
    return CanonicalJson.mapper().convertValue(view, Map.class);
  }

  private static String fill(String template, Map<String, Object> values) {
    return TEMPLATES.process(template, new Context(Locale.ENGLISH, values));
  }

  /** The same page on paper. */
  public static byte[] pdf(Report report) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html(report), null);
    builder.useFont(Print::font, "Report Sans");
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useUriResolver((base, uri) -> null);
    builder.withProducer("settlement suite");
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      try (PDDocument document = renderer.getPdfDocument()) {
        return saved(document, report.origin().ended());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a report could not be printed", e);
    }
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
  }

  /** Otherwise it would hold the time of printing. */
  private static byte[] saved(PDDocument document, Instant at) throws IOException {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
    document.setDocumentId(at.toEpochMilli());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** The verdict as a small picture (SVG) for a web page. */
  public static String badge(Report report) {
    String word = Page.word(report.verdict()).toLowerCase(Locale.ENGLISH);
    String label =
        report.origin().areas().isEmpty()
            ? "settlement conformance"
            : "settlement conformance, part";
    return fill(
        "badge.svg",
        Map.of(
            "label",
            label,
            "word",
            word,
            "colour",
            colour(report.verdict()),
            "left",
            width(label),
            "right",
            width(word),
            "whole",
            width(label) + width(word)));
  }

  private static int width(String text) {
    return 14 + (int) Math.ceil(6.2 * text.length());
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "#1a7f37";
      case FAIL -> "#b42318";
      case UNKNOWN, WAIVED -> "#8a6100";
    };
  }
}
