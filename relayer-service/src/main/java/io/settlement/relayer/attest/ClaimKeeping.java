// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.loop.Rounds;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets claims that were decided long ago, and withdrawals that have long ended; what was signed
 * is never forgotten.
 */
final class ClaimKeeping extends Rounds {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Contracts let none last longer. */
  private static final Duration LONGEST_WITHDRAWAL = Duration.ofDays(30);

  private static final int PAGE = 5_000;

  private final Claims claims;
  private final Withdrawals withdrawals;
  private final Duration keep;
  private final Clock clock;

  ClaimKeeping(Claims claims, Withdrawals withdrawals, Duration keep, Clock clock) {
    super("claim-keeping", PAUSE);
    this.claims = claims;
    this.withdrawals = withdrawals;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  protected void round() throws InterruptedException {
    int forgotten;
    do {
      forgotten = claims.forget(clock.instant().minus(keep), PAGE);
    } while (forgotten == PAGE);
    withdrawals.forget(clock.instant().minus(keep).minus(LONGEST_WITHDRAWAL), PAGE);
    awaitBell(PAUSE);
  }
}
