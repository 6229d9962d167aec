// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long statements took, from PostgreSQL's own log.
 *
 * @param millis every sampled duration, by statement
 */
record QueryTimes(Map<String, List<Double>> millis) {
  private static final Pattern LINE =
      Pattern.compile("LOG:  duration: ([0-9.]+) ms  (?:execute [^:]*|statement): (.*)");
  private static final int SIGNIFICANT = 5;
  private static final int SHOWN = 140;

  /** A statement in two windows. */
  record Change(String statement, double before, double after, int samples) {
    double ratio() {
      return before == 0 ? 1 : after / before;
    }
  }

  /** Reads the part of a log between two offsets. */
  static QueryTimes read(Path log, long from, long until) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] part = new byte[Math.toIntExact(until - from)];
      file.seek(from);
      file.readFully(part);
      return parse(new String(part, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A statement goes on over the lines that begin with a tab. */
  static QueryTimes parse(String log) {
    Map<String, List<Double>> millis = new HashMap<>();
    double duration = -1;
    StringBuilder statement = new StringBuilder();
    for (String line : (log + "\nend").lines().toList()) {
      if (duration >= 0 && line.startsWith("\t")) {
        statement.append(' ').append(line.strip());
        continue;
      }
      if (duration >= 0) {
        millis.computeIfAbsent(name(statement), any -> new ArrayList<>()).add(duration);
      }
      Matcher matcher = LINE.matcher(line);
      boolean begins = matcher.find();
      duration = begins ? Double.parseDouble(matcher.group(1)) : -1;
      statement = new StringBuilder(begins ? matcher.group(2) : "");
    }
    return new QueryTimes(millis);
  }

  /** Statements seen often enough in both, those that take most of the time first. */
  List<Change> against(QueryTimes later) {
    List<Change> changes = new ArrayList<>();
    millis.forEach(
        (statement, before) -> {
          List<Double> after = later.millis.getOrDefault(statement, List.of());
          if (before.size() >= SIGNIFICANT && after.size() >= SIGNIFICANT) {
            changes.add(new Change(statement, median(before), median(after), before.size()));
          }
        });
    changes.sort((a, b) -> Double.compare(b.before() * b.samples(), a.before() * a.samples()));
    return changes;
  }

  /** All of them together, each as often as it was asked in the first window. */
  static double ratio(List<Change> changes) {
    double before = changes.stream().mapToDouble(one -> one.before() * one.samples()).sum();
    double after = changes.stream().mapToDouble(one -> one.after() * one.samples()).sum();
    return before == 0 ? 1 : after / before;
  }

  private static String name(StringBuilder statement) {
    String flat = statement.toString().replaceAll("\\s+", " ").strip();
    return flat.substring(0, Math.min(SHOWN, flat.length()));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
