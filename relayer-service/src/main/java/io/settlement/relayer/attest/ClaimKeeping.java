// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.relayer.loop.Rounds;
import java.time.Clock;
import java.time.Duration;

/** Forgets claims that were decided long ago; what was signed is never forgotten. */
final class ClaimKeeping extends Rounds {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int PAGE = 5_000;

  private final Claims claims;
  private final Duration keep;
  private final Clock clock;

  ClaimKeeping(Claims claims, Duration keep, Clock clock) {
    super("claim-keeping", PAUSE);
    this.claims = claims;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  protected void round() throws InterruptedException {
    int forgotten;
    do {
      forgotten = claims.forget(clock.instant().minus(keep), PAGE);
    } while (forgotten == PAGE);
    awaitBell(PAUSE);
  }
}
