// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Diff;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the command says at its end. */
final class Lines {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private Lines() {}

  /** Nodes may answer with anything; a terminal is told words. */
  static String oneOf(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  static List<String> of(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s".formatted(oneOf(report.title()), report.verdict()));
    lines.add(
        "%d met, %d broken, %d waived, %d not known"
            .formatted(
                report.count(Verdict.PASS),
                report.count(Verdict.FAIL),
                report.count(Verdict.WAIVED),
                report.count(Verdict.UNKNOWN)));
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN)) {
      report.lines().stream()
          .filter(line -> line.verdict() == verdict)
          .map(Lines::of)
          .forEach(lines::add);
    }
    return lines;
  }

  private static String of(Line line) {
    return "%-7s %-9s %s%s"
        .formatted(
            line.verdict(),
            line.requirement().id(),
            oneOf(line.finding().outcome().reason()),
            line.requirement().mandatory() ? "" : " (not mandatory)");
  }

  static List<String> of(Diff diff) {
    List<String> lines = new ArrayList<>();
    lines.add("%s, was %s".formatted(diff.after(), diff.before()));
    diff.broken().forEach(change -> lines.add(of("broken", change)));
    diff.mended().forEach(change -> lines.add(of("mended", change)));
    diff.others().forEach(change -> lines.add(of("changed", change)));
    diff.figures()
        .forEach(
            figure ->
                lines.add(
                    "%-7s %-9s %s: %s, was %s"
                        .formatted(
                            "figure",
                            figure.requirement(),
                            oneOf(figure.name()),
                            oneOf(figure.after()),
                            oneOf(figure.before()))));
    return lines;
  }

  private static String of(String what, Diff.Change change) {
    return "%-7s %-9s %s, was %s: %s"
        .formatted(
            what,
            change.requirement(),
            change.after().map(Enum::name).orElse("not looked at"),
            change.before().map(Enum::name).orElse("not looked at"),
            oneOf(change.reason()));
  }
}
