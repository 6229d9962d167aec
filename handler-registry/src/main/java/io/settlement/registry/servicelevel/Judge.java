// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.watch.Probe.Logs;
import io.settlement.conformance.watch.Probe.Sight;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.registry.servicelevel.Hours.Latency;
import io.settlement.registry.servicelevel.ServiceLevelSettings.Levels;
import io.settlement.registry.servicelevel.Standing.Finding;
import io.settlement.registry.servicelevel.Standing.Rule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a round says of each level. A level of which it says nothing is left out. */
@Component
class Judge {
  private static final int DAY = 1440;
  private static final int HOUR = 60;

  private final Levels levels;
  private final Map<Level, Rule> rules;

  Judge(ServiceLevelSettings settings) {
    levels = settings.levels();
    Rule some = new Rule(levels.inARow(), levels.inARow());
    rules =
        Map.of(
            Level.ANSWERS,
            some,
            Level.LAG,
            some,
            // Old heights are asked for at random: it takes a while to be sure again.
            Level.AGREEMENT,
            new Rule(1, DAY),
            Level.LOGS,
            new Rule(1, HOUR));
  }

  /**
   * What is known of a provider after a round.
   *
   * @param lag of its newest block
   * @param disagreements final blocks it named otherwise in this round
   * @param down probes that failed within thirty days
   * @param latency of this hour and the one before; null when it answered nothing
   */
  record Known(Look look, Lag lag, int disagreements, long down, @Nullable Latency latency) {}

  Standing after(Standing before, Known known) {
    Map<Level, Finding> findings = new EnumMap<>(Level.class);
    Look look = known.look();
    findings.put(
        Level.ANSWERS,
        new Finding(look.isRight(), "an answer of its chain", look.error().orElse("an answer")));
    findings.put(
        Level.UPTIME,
        new Finding(
            known.down() <= levels.downMinutes(),
            "at most %d minutes down in 30 days".formatted(levels.downMinutes()),
            "%d minutes down".formatted(known.down())));
    look.sight().ifPresent(sight -> addSeen(findings, sight, known));
    Latency latency = known.latency();
    if (latency != null && latency.answers() >= levels.samples()) {
      findings.put(Level.LATENCY, latency(latency.p95()));
    }
    return before.after(findings, rules, look.probe().at());
  }

  private Finding latency(Duration p95) {
    return new Finding(
        p95.compareTo(levels.latency()) < 0,
        "95 %% of answers below %d ms".formatted(levels.latency().toMillis()),
        "%d ms".formatted(p95.toMillis()));
  }

  private void addSeen(Map<Level, Finding> findings, Sight sight, Known known) {
    long bound = levels.lag().toSeconds();
    findings.put(
        Level.LAG,
        new Finding(
            known.lag().seconds() <= bound,
            "at most %d s behind".formatted(bound),
            "%d s and %d blocks behind".formatted(known.lag().seconds(), known.lag().blocks())));
    if (!sight.finals().isEmpty()) {
      findings.put(
          Level.AGREEMENT,
          new Finding(
              known.disagreements() == 0,
              "the final blocks that others name",
              "%d final blocks with other hashes".formatted(known.disagreements())));
    }
    if (sight.logs() != Logs.NONE) {
      findings.put(
          Level.LOGS,
          new Finding(
              sight.logs() == Logs.SERVED, "the logs of the newest block", "logs left out"));
    }
  }
}
