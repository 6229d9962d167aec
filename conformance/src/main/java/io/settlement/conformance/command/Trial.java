// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.Check;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** One run, from its first question to the report. */
final class Trial {
  /** The most calls that wait for one provider, and checks that look at the same time. */
  static final int AT_ONCE = 8;

  private static final Duration PER_CHECK = Duration.ofMinutes(2);

  private final Subject subject;
  private final List<Check> checks;
  private final Set<String> areas;
  private final String load;
  private final boolean isFull;

  /**
   * Of this subject, by these checks.
   *
   * @param areas what they are, when they are not all
   * @param load the most that providers are asked, in words
   * @param isFull whether bursts last as long as is demanded, at each provider
   */
  Trial(Subject subject, List<Check> checks, Set<String> areas, String load, boolean isFull) {
    this.subject = subject;
    this.checks = checks;
    this.areas = areas;
    this.load = load;
    this.isFull = isFull;
  }

  /** Where findings are kept. */
  @FunctionalInterface
  interface Journals {
    Journal of(Journal.Head head) throws IOException;
  }

  /** Runs; everything found is in the journal before it is told. */
  Report report(PrintWriter err, Journals journals) throws IOException, InterruptedException {
    Journal.Head head =
        new Journal.Head(Report.Origin.version(), digest(), subject.clock().instant());
    try (Journal journal = journals.of(head)) {
      Suite suite = new Suite(checks);
      Map<String, Finding> findings =
          suite.run(
              subject,
              new Settings(AT_ONCE, perCheck()),
              new Ticker(err, journal, checks.size()),
              journal.known());
      Instant ended = subject.clock().instant();
      return Report.of(
          Report.Origin.of(journal.began(), ended, load, List.copyOf(areas)),
          subject,
          suite.requirements(),
          findings,
          List.of());
    }
  }

  /** A full burst takes a minute at each provider, one after another. */
  private Duration perCheck() {
    return isFull ? PER_CHECK.plus(PER_CHECK.multipliedBy(subject.nodes().size())) : PER_CHECK;
  }

  private String digest() {
    String all = new JsonMapper().writeValueAsString(subject.declaration()) + areas;
    try {
      byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
