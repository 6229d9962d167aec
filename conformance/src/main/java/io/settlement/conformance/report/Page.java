// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import io.settlement.conformance.Evidence;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report.Line;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report in the words of the page.
 *
 * @param title what it is about
 * @param verdict PASS, FAIL or UNKNOWN: how it is coloured
 * @param word the verdict in a word or two
 * @param sentence the verdict in a sentence
 * @param partial which areas alone were looked at; null when all were
 * @param facts what was asked, by whom, when
 * @param areas how many of each verdict, by area
 * @param open what fails or is not known, the failures first
 * @param excused what was waived, or what the team asks to be excused from
 * @param latency a drawing, null when nothing was measured
 * @param uptime a drawing, null when nothing was measured
 * @param rows every requirement
 */
record Page(
    String title,
    String verdict,
    String word,
    String sentence,
    @Nullable String partial,
    List<Fact> facts,
    List<Area> areas,
    List<Row> open,
    List<Excuse> excused,
    @Nullable String latency,
    @Nullable String uptime,
    List<Row> rows) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern PERCENTILE = Pattern.compile("(p\\d+)-ms (.+)");
  private static final Pattern UPTIME = Pattern.compile("(uptime)-percent (.+)");
  private static final Pattern UNFIT_FOR_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final Map<String, String> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put("EVM", "Code on the chain");
    AREAS.put("PRE", "Precompiled contracts");
    AREAS.put("SIZE", "Sizes of contracts and answers");
    AREAS.put("NONCE", "Order of transactions");
    AREAS.put("FIN", "Finality");
    AREAS.put("NODE", "Nodes");
    AREAS.put("PROV", "Providers");
    AREAS.put("SLA", "Service levels");
    AREAS.put("RPC", "JSON-RPC");
    AREAS.put("SUB", "Subscriptions");
    AREAS.put("TAG", "Block tags");
    AREAS.put("BATCH", "Batches");
    AREAS.put("MSIG", "Administration");
    AREAS.put("EXP", "Block explorer");
    AREAS.put("HND", "The handler, on a fork of its chain");
  }

  record Fact(String name, String value) {}

  record Area(String id, String name, long pass, long fail, long waived, long unknown) {}

  record Excuse(String id, String title, String text) {}

  record Seen(String what, String expected, String found) {}

  record Row(
      String id,
      String title,
      String verdict,
      String stands,
      String reason,
      String text,
      String method,
      String source,
      String kind,
      boolean mandatory,
      String took,
      List<Seen> evidence,
      List<Fact> figures) {}

  static Page of(Report report) {
    List<Row> rows = report.lines().stream().map(Page::row).toList();
    return new Page(
        clean(report.title()),
        report.verdict().name(),
        word(report.verdict()),
        sentence(report),
        report.origin().areas().isEmpty() ? null : String.join(", ", report.origin().areas()),
        facts(report),
        areas(report.lines()),
        open(rows),
        excused(report),
        bars(report, "SLA-03", PERCENTILE, "latency", "ms"),
        bars(report, "SLA-01", UPTIME, "uptime", "%"),
        rows);
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "Fit";
      case FAIL -> "Not fit";
      case UNKNOWN, WAIVED -> "Not yet known";
    };
  }

  private static String sentence(Report report) {
    long waived = report.count(Verdict.WAIVED);
    return "%d of %d requirements are met, %d %s broken, %d %s not known%s."
        .formatted(
            report.count(Verdict.PASS),
            report.lines().size(),
            report.count(Verdict.FAIL),
            report.count(Verdict.FAIL) == 1 ? "is" : "are",
            report.count(Verdict.UNKNOWN),
            report.count(Verdict.UNKNOWN) == 1 ? "is" : "are",
            waived == 0 ? "" : ", %d %s waived".formatted(waived, waived == 1 ? "is" : "are"));
  }

  private static List<Fact> facts(Report report) {
    List<Fact> facts = new ArrayList<>();
    report
        .handler()
        .ifPresent(
            tried -> {
              facts.add(fact("Handler", tried.address()));
              facts.add(fact("Hash of its code", tried.code()));
              facts.add(
                  fact("Forked at", "block %s, %s".formatted(tried.block(), tried.blockHash())));
            });
    report.chain().id().ifPresent(id -> facts.add(new Fact("Chain id", id)));
    report.chain().family().ifPresent(family -> facts.add(fact("Family", family)));
    report.chain().blockTime().ifPresent(time -> facts.add(new Fact("Block time", words(time))));
    report
        .chain()
        .finality()
        .ifPresent(time -> facts.add(new Fact("Time to finality", words(time))));
    report
        .providers()
        .forEach(
            provider ->
                facts.add(
                    fact(
                        "Provider",
                        provider.name()
                            + provider.operator().map(company -> " of " + company).orElse("")
                            + (provider.webSocket() ? ", with WebSocket" : ""))));
    facts.add(new Fact("Looked at from", TIME.format(report.origin().began())));
    facts.add(new Fact("Until", TIME.format(report.origin().ended())));
    facts.add(fact("Load", report.origin().load()));
    facts.add(fact("Version of the suite", report.origin().suite()));
    facts.add(new Fact("SHA-256 of the JSON report", report.digest()));
    return facts;
  }

  private static Fact fact(String name, String value) {
    return new Fact(clean(name), clean(value));
  }

  private static List<Area> areas(List<Line> lines) {
    Map<String, List<Line>> byArea = new LinkedHashMap<>();
    AREAS.keySet().forEach(area -> byArea.put(area, new ArrayList<>()));
    lines.forEach(
        line ->
            byArea
                .computeIfAbsent(area(line.requirement().id()), id -> new ArrayList<>())
                .add(line));
    List<Area> areas = new ArrayList<>();
    byArea.forEach(
        (id, all) -> {
          if (!all.isEmpty()) {
            areas.add(
                new Area(
                    id,
                    AREAS.getOrDefault(id, id),
                    count(all, Verdict.PASS),
                    count(all, Verdict.FAIL),
                    count(all, Verdict.WAIVED),
                    count(all, Verdict.UNKNOWN)));
          }
        });
    return areas;
  }

  private static String area(String id) {
    return id.substring(0, Math.max(0, id.indexOf('-')));
  }

  private static long count(List<Line> lines, Verdict wanted) {
    return lines.stream().filter(line -> line.verdict() == wanted).count();
  }

  private static List<Row> open(List<Row> rows) {
    List<Row> open = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN)) {
      rows.stream().filter(row -> row.verdict().equals(verdict.name())).forEach(open::add);
    }
    return open;
  }

  private static List<Excuse> excused(Report report) {
    List<Excuse> excused = new ArrayList<>();
    for (Line line : report.lines()) {
      String id = line.requirement().id();
      String title = line.requirement().title();
      line.waiver()
          .ifPresent(
              waiver ->
                  excused.add(
                      new Excuse(
                          id,
                          title,
                          clean("Waived by %s: %s".formatted(waiver.by(), waiver.reason())))));
      if (line.waiver().isEmpty() && line.verdict() != Verdict.PASS) {
        line.wish()
            .ifPresent(
                wish ->
                    excused.add(
                        new Excuse(id, title, clean("The chain's team asks for it: " + wish))));
      }
    }
    return excused;
  }

  private static Row row(Line line) {
    List<Seen> evidence = line.finding().outcome().evidence().stream().map(Page::seen).toList();
    List<Fact> figures = new ArrayList<>();
    line.finding().outcome().figures().forEach((name, value) -> figures.add(fact(name, value)));
    return new Row(
        line.requirement().id(),
        line.requirement().title(),
        line.verdict().name(),
        stands(line.verdict()),
        clean(line.finding().outcome().reason()),
        line.requirement().text(),
        line.requirement().method(),
        line.requirement().source(),
        kind(line.requirement().kind()),
        line.requirement().mandatory(),
        words(line.finding().took()),
        evidence,
        figures);
  }

  private static String stands(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "met";
      case FAIL -> "broken";
      case WAIVED -> "waived";
      case UNKNOWN -> "not known";
    };
  }

  private static Seen seen(Evidence evidence) {
    return new Seen(clean(evidence.what()), clean(evidence.expected()), clean(evidence.found()));
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case AUTOMATIC -> "asked of a node";
      case OVER_TIME -> "over time or under load";
      case DECLARED -> "by declaration";
      case MANUAL -> "by people";
    };
  }

  private static String words(Duration time) {
    if (time.compareTo(Duration.ofMinutes(2)) >= 0) {
      return time.toMinutes() + " min";
    }
    return time.toMillis() % 1000 == 0 && !time.isZero()
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** Nodes may answer with anything; a page is XML. */
  private static String clean(String text) {
    return UNFIT_FOR_XML.matcher(text).replaceAll("\uFFFD");
  }

  /** Figures of one requirement by provider, drawn; null when there are none. */
  private static @Nullable String bars(
      Report report, String requirement, Pattern figure, String name, String unit) {
    Map<String, Map<String, Double>> byProvider = new TreeMap<>();
    Optional<Line> line =
        report.lines().stream()
            .filter(any -> any.requirement().id().equals(requirement))
            .findFirst();
    line.ifPresent(
        found ->
            found
                .finding()
                .outcome()
                .figures()
                .forEach(
                    (key, value) -> {
                      Matcher matcher = figure.matcher(key);
                      if (matcher.matches()) {
                        byProvider
                            .computeIfAbsent(clean(matcher.group(2)), any -> new TreeMap<>())
                            .put(matcher.group(1), Double.parseDouble(value));
                      }
                    }));
    if (byProvider.isEmpty()) {
      return null;
    }
    Map<String, List<Double>> series = new TreeMap<>();
    byProvider.values().stream()
        .flatMap(numbers -> numbers.keySet().stream())
        .distinct()
        .forEach(
            label ->
                series.put(
                    label,
                    byProvider.values().stream()
                        .map(numbers -> numbers.getOrDefault(label, 0.0))
                        .toList()));
    return Charts.bars(name, unit, List.copyOf(byProvider.keySet()), series);
  }
}
