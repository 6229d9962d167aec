// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Node;
import io.settlement.conformance.Observations.Soak;
import io.settlement.conformance.Observations.Uptime;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Whether providers are there, fast, and stand the load. */
final class ServiceLevelChecks {
  private static final double DOWN = 0.001;
  private static final double FAILED = 0.001;
  private static final Duration ANSWER = Duration.ofHours(1);

  private ServiceLevelChecks() {}

  static List<Check> all(Demands demands) {
    return List.of(
        Rule.asking(
            level(
                "SLA-01",
                Kind.OVER_TIME,
                "Uptime",
                "At least 99.9 % over the last 30 days.",
                "A probe each minute at each provider; one that is not answered is a minute down;"
                    + " more than 43.2 of them fail at once."),
            subject -> uptime(subject, demands)),
        Rule.asking(
            level(
                "SLA-02",
                Kind.OVER_TIME,
                "Throughput",
                "At least 300 calls a second.",
                "A mix of reads at each provider; 300/s for 60 s with fewer than 0.1 % errors"
                    + " decide, less only finds errors."),
            subject -> throughput(subject, demands)),
        Rule.asking(
            level(
                "SLA-03",
                Kind.OVER_TIME,
                "Latency",
                "Below 250 ms.",
                "The 95th percentile of a mix of reads, four at once, whole answers, at each"
                    + " provider; the documentation names no percentile."),
            subject -> latency(subject, demands)),
        Rule.asking(
            level(
                "SLA-04",
                Kind.DECLARED,
                "Answers to incidents",
                "The most severe incidents are answered within an hour.",
                "A contact is declared, a time of at most an hour, and a statement that answers."),
            ServiceLevelChecks::support),
        Rule.asking(
            level(
                "SLA-05",
                Kind.OVER_TIME,
                "Soak",
                "Nodes stand a long load.",
                "A loop of all methods for 24 h at each provider; fewer than 0.1 % fail."),
            subject -> soak(subject, demands)));
  }

  private static Requirement level(String id, Kind kind, String title, String text, String method) {
    return Requirement.integration(id, kind, title, text, method);
  }

  private static Outcome uptime(Subject subject, Demands demands) {
    double budget = DOWN * demands.uptime().toMinutes();
    Seen seen = new Seen();
    for (Node node : subject.nodes()) {
      Uptime seenOf = subject.observations().uptime(node.http(), demands.uptime());
      long down = seenOf.probes() - seenOf.answered();
      seen.that("minutes down of " + node.name(), "at most " + budget, down <= budget, down);
      if (seenOf.probes() > 0) {
        double share = 100.0 * seenOf.answered() / seenOf.probes();
        seen.figure("uptime-percent " + node.name(), String.format(Locale.ROOT, "%.3f", share));
      }
      // What was not probed is not known to have been up.
      Duration watched = min(seenOf.watched(), Duration.ofMinutes(seenOf.probes()));
      full("probes of", node, watched, demands.uptime(), seen);
    }
    return seen.outcome();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void full(String what, Node node, Duration watched, Duration window, Seen seen) {
    if (!Demands.isFull(watched, window)) {
      seen.missing(what + " " + node.name() + ": " + Words.observed(watched, window));
    }
  }

  private static Outcome throughput(Subject subject, Demands demands) throws InterruptedException {
    Seen seen = new Seen();
    for (Node node : subject.nodes()) {
      Burst.Result burst =
          Burst.lasting(node, demands.perSecond(), demands.burst(), Throughput.reads());
      if (burst.answered() == 0) {
        seen.missing(node.name() + " does not answer");
        continue;
      }
      long rate = Math.round(burst.perSecond());
      seen.figure("per-second " + node.name(), rate);
      String errors = Words.percent(burst.failures());
      seen.that("errors of " + node.name(), "below 0.1 %", burst.failures() < FAILED, errors);
      if (demands.decidesThroughput()) {
        boolean enough = burst.perSecond() >= 0.99 * Demands.REQUIRED_RATE;
        seen.that("answers a second of " + node.name(), "at least 300", enough, rate);
      }
    }
    if (!demands.decidesThroughput()) {
      seen.missing(Throughput.onlyAt(demands));
    }
    return seen.outcome();
  }

  private static Outcome latency(Subject subject, Demands demands) throws InterruptedException {
    Seen seen = new Seen();
    for (Node node : subject.nodes()) {
      Burst.Result burst = Burst.of(node, demands.samples(), Throughput.reads());
      if (2 * burst.answered() < burst.calls()) {
        seen.missing("%s answers %d of %d".formatted(node.name(), burst.answered(), burst.calls()));
        continue;
      }
      for (int percentile : List.of(50, 95, 99)) {
        String figure = "p" + percentile + "-ms " + node.name();
        seen.figure(figure, burst.latency(percentile));
      }
      boolean fast = burst.latency(95) < demands.latency().toMillis();
      String bound = "below " + demands.latency().toMillis() + " ms";
      seen.that("p95 of " + node.name(), bound, fast, burst.latency(95) + " ms");
    }
    return seen.outcome();
  }

  private static Outcome support(Subject subject) {
    Declaration.Documents declared = subject.declaration().documents();
    Seen seen = new Seen();
    Documents documents = new Documents(subject, seen);
    documents.said("contact for incidents", declared.support());
    documents.said("time to answer", declared.answerWithin());
    declared
        .answerWithin()
        .ifPresent(
            time ->
                seen.that("time to answer", "at most an hour", time.compareTo(ANSWER) <= 0, time));
    documents.answers("contractual statement", declared.sla());
    return seen.outcome();
  }

  private static Outcome soak(Subject subject, Demands demands) {
    Seen seen = new Seen();
    for (Node node : subject.nodes()) {
      Soak loop = subject.observations().soak(node.http(), demands.soak());
      double failures = loop.calls() == 0 ? 0 : (double) loop.failed() / loop.calls();
      String found = Words.percent(failures);
      seen.that("failures of " + node.name(), "below 0.1 %", failures < FAILED, found);
      full("a loop at", node, loop.watched(), demands.soak(), seen);
    }
    return seen.outcome();
  }
}
