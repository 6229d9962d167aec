// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a provider stands: what it does not keep, and for how many rounds each level was kept or not.
 *
 * @param streaks rounds in a row: above 0 not kept, below 0 kept
 * @param breached in the order of the levels
 */
record Standing(Map<Level, Integer> streaks, List<Breach> breached) {
  static final Standing NEW = new Standing(Map.of(), List.of());

  /** Far more than any rule asks for. */
  private static final int LONGEST = 1_000_000;

  /** Keeps its own copies. */
  Standing {
    streaks = Map.copyOf(streaks);
    breached = List.copyOf(breached);
  }

  /**
   * How many rounds in a row decide.
   *
   * @param begin not kept, for a breach to begin
   * @param end kept, for it to end
   */
  record Rule(int begin, int end) {}

  /**
   * What a round says of a level.
   *
   * @param bound what is demanded, with its unit
   * @param found what was seen, with its unit
   */
  record Finding(boolean kept, String bound, String found) {}

  /** After one round more; a level it says nothing of stays as it is. */
  Standing after(Map<Level, Finding> findings, Map<Level, Rule> rules, Instant at) {
    Map<Level, Integer> nextStreaks = new EnumMap<>(Level.class);
    nextStreaks.putAll(streaks);
    List<Breach> next = new ArrayList<>(breached);
    findings.forEach(
        (level, finding) -> {
          int streak = longer(streaks.getOrDefault(level, 0), finding.kept());
          nextStreaks.put(level, streak);
          Rule rule = rules.getOrDefault(level, new Rule(1, 1));
          if (streak >= rule.begin() && !isBreached(level)) {
            next.add(new Breach(level, finding.bound(), finding.found(), at));
          } else if (-streak >= rule.end()) {
            next.removeIf(breach -> breach.level() == level);
          }
        });
    next.sort(Comparator.comparing(Breach::level));
    return new Standing(nextStreaks, next);
  }

  private static int longer(int streak, boolean kept) {
    int before = kept == (streak < 0) ? streak : 0;
    return Math.clamp((long) before + (kept ? -1 : 1), -LONGEST, LONGEST);
  }

  boolean isBreached(Level level) {
    return breached.stream().anyMatch(breach -> breach.level() == level);
  }
}
