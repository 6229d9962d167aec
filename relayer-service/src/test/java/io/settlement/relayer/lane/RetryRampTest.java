// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Reason;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryRampTest {
  private final RetryRamp ramp = new RetryRamp(new Random(1));

  @Test
  void everyReasonWaitsItsOwnTimeAndAtMostAFifthMore() {
    assertWait(Reason.HANDLER_REVERTED, 1, 5);
    assertWait(Reason.HANDLER_REVERTED, 4, 60);
    assertWait(Reason.HANDLER_REVERTED, 99, 1800);
    assertWait(Reason.RPC, 1, 1);
    assertWait(Reason.KEY_WITHOUT_FUNDS, 1, 30);
    assertWait(Reason.NONCE_TAKEN, 3, 0);
    assertWait(Reason.UNDERFUNDED, 1, 10);
    assertWait(Reason.UNDERFUNDED, 99, 60);
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    assertThat(IntStream.range(0, 20).mapToObj(i -> ramp.after(Reason.REVERTED, 5)).distinct())
        .hasSizeGreaterThan(15);
  }

  private void assertWait(Reason reason, int attempts, int seconds) {
    Duration step = Duration.ofSeconds(seconds);
    assertThat(ramp.after(reason, attempts)).isBetween(step, step.plus(step.dividedBy(5)));
  }
}
