// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MayhemTest {
  private static final Duration OFTEN = Duration.ofMillis(4);

  @Test
  void makesTheSameChoicesWithTheSameSeed() {
    assertThat(strikes(7)).isEqualTo(strikes(7)).isNotEqualTo(strikes(8));
  }

  @Test
  void aTroubleThatCannotBeEndedIsAFailureOfTheRun() {
    Trouble broken =
        chance -> {
          throw new IllegalStateException("not started again");
        };
    try (Mayhem mayhem = Mayhem.begin(List.of(broken), 1, OFTEN)) {
      assertThatThrownBy(() -> mayhem.calmAfter(1)).hasMessage("not started again");
    }
  }

  private static List<String> strikes(long seed) {
    List<Trouble> troubles =
        List.of(
            chance -> "first " + chance.nextInt(100), chance -> "second " + chance.nextInt(100));
    try (Mayhem mayhem = Mayhem.begin(troubles, seed, OFTEN)) {
      mayhem.calmAfter(20);
      return mayhem.incidents().stream().limit(20).map(Mayhem.Incident::what).toList();
    }
  }
}
