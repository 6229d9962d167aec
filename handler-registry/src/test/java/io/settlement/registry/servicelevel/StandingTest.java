// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.registry.servicelevel.Standing.Finding;
import io.settlement.registry.servicelevel.Standing.Rule;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<Level, Rule> RULES =
      Map.of(Level.ANSWERS, new Rule(3, 3), Level.AGREEMENT, new Rule(1, 1440));

  private Standing standing = Standing.NEW;
  private int minute;

  private void round(Level level, boolean kept) {
    Finding finding = new Finding(kept, "bound", "minute " + minute);
    Instant at = BEGIN.plusSeconds(60L * minute++);
    standing = standing.after(Map.of(level, finding), RULES, at);
  }

  private void rounds(int times, Level level, boolean kept) {
    for (int i = 0; i < times; i++) {
      round(level, kept);
    }
  }

  @Test
  void aBreachBeginsAfterSomeInARowAndEndsAfterSomeInARow() {
    rounds(2, Level.ANSWERS, false);
    round(Level.ANSWERS, true);
    rounds(2, Level.ANSWERS, false);
    assertThat(standing.breached()).isEmpty();
    round(Level.ANSWERS, false);
    Breach breach = new Breach(Level.ANSWERS, "bound", "minute 5", BEGIN.plusSeconds(300));
    assertThat(standing.breached()).containsExactly(breach);
    round(Level.ANSWERS, false);
    rounds(2, Level.ANSWERS, true);
    round(Level.ANSWERS, false);
    rounds(2, Level.ANSWERS, true);
    assertThat(standing.breached()).containsExactly(breach);
    round(Level.ANSWERS, true);
    assertThat(standing.breached()).isEmpty();
  }

  @Test
  void oneDisagreementIsForgivenAfterADayWithoutAny() {
    round(Level.AGREEMENT, false);
    assertThat(standing.isBreached(Level.AGREEMENT)).isTrue();
    rounds(1439, Level.AGREEMENT, true);
    assertThat(standing.isBreached(Level.AGREEMENT)).isTrue();
    round(Level.AGREEMENT, true);
    assertThat(standing.breached()).isEmpty();
  }

  @Test
  void whatARoundSaysNothingOfStaysAsItIs() {
    rounds(3, Level.ANSWERS, false);
    rounds(5, Level.AGREEMENT, true);
    assertThat(standing.isBreached(Level.ANSWERS)).isTrue();
    assertThat(standing.streaks()).containsEntry(Level.ANSWERS, 3);
  }
}
