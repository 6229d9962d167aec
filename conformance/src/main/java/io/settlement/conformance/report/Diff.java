// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is otherwise in a later report.
 *
 * @param before the earlier verdict of the whole
 * @param after the later
 * @param broken requirements that fail now and did not
 * @param mended requirements that failed and are met or waived now
 * @param others requirements with another verdict that are neither
 * @param figures measurements that changed by more than a tenth
 */
public record Diff(
    Verdict before,
    Verdict after,
    List<Change> broken,
    List<Change> mended,
    List<Change> others,
    List<Figure> figures) {
  private static final double NOISE = 0.1;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Keeps its own copies. */
  public Diff {
    broken = List.copyOf(broken);
    mended = List.copyOf(mended);
    others = List.copyOf(others);
    figures = List.copyOf(figures);
  }

  /**
   * Another verdict.
   *
   * @param requirement its id
   * @param title a few words
   * @param before empty when it was not looked at
   * @param after empty when it is not looked at any more
   * @param reason the later one's
   */
  public record Change(
      String requirement,
      String title,
      Optional<Verdict> before,
      Optional<Verdict> after,
      String reason) {
    boolean isBroken() {
      return after.equals(Optional.of(Verdict.FAIL));
    }

    boolean isMended() {
      return before.equals(Optional.of(Verdict.FAIL))
          && after.filter(now -> now == Verdict.PASS || now == Verdict.WAIVED).isPresent();
    }
  }

  /**
   * Another measurement.
   *
   * @param requirement whose
   * @param name its name, with its unit
   * @param before its earlier value
   * @param after its later value
   */
  public record Figure(String requirement, String name, String before, String after) {}

  /** What changed from one to the other. */
  public static Diff between(Report earlier, Report later) {
    Map<String, Line> old = byId(earlier);
    Map<String, Line> now = byId(later);
    TreeSet<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (String id : ids) {
      Optional<Line> was = Optional.ofNullable(old.get(id));
      Optional<Line> is = Optional.ofNullable(now.get(id));
      if (!was.map(Line::verdict).equals(is.map(Line::verdict))) {
        changes.add(change(was, is));
      }
      if (was.isPresent() && is.isPresent()) {
        figures.addAll(figures(was.get(), is.get()));
      }
    }
    return new Diff(
        earlier.verdict(),
        later.verdict(),
        only(changes, Change::isBroken),
        only(changes, Change::isMended),
        only(changes, change -> !change.isBroken() && !change.isMended()),
        figures);
  }

  private static Map<String, Line> byId(Report report) {
    return report.lines().stream()
        .collect(Collectors.toMap(line -> line.requirement().id(), line -> line));
  }

  private static List<Change> only(List<Change> changes, Predicate<Change> which) {
    return changes.stream().filter(which).toList();
  }

  private static Change change(Optional<Line> was, Optional<Line> is) {
    Line named = is.or(() -> was).orElseThrow();
    return new Change(
        named.requirement().id(),
        named.requirement().title(),
        was.map(Line::verdict),
        is.map(Line::verdict),
        is.map(line -> line.finding().outcome().reason()).orElse("not looked at"));
  }

  private static List<Figure> figures(Line was, Line is) {
    Map<String, String> now = is.finding().outcome().figures();
    List<Figure> changed = new ArrayList<>();
    was.finding()
        .outcome()
        .figures()
        .forEach(
            (name, before) -> {
              String after = Objects.requireNonNullElse(now.get(name), before);
              if (isAnother(before, after)) {
                changed.add(new Figure(was.requirement().id(), name, before, after));
              }
            });
    return changed;
  }

  /** Two runs never measure to the letter the same. */
  private static boolean isAnother(String before, String after) {
    if (!NUMBER.matcher(before).matches() || !NUMBER.matcher(after).matches()) {
      return !before.equals(after);
    }
    double one = Double.parseDouble(before);
    double other = Double.parseDouble(after);
    return Math.abs(one - other) > NOISE * Math.max(Math.abs(one), Math.abs(other));
  }

  /** Whether something fails now that did not. */
  public boolean isWorse() {
    return !broken.isEmpty();
  }

  /** Canonical JSON. */
  public byte[] toJson() {
    return CanonicalJson.write(this);
  }
}
