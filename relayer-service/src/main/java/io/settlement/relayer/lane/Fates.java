// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Reason;
import io.settlement.events.value.Wei;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of an intent that a lane took. */
final class Fates {
  /** Done by somebody else, in a block that may still be replaced. */
  static final String DONE_ELSEWHERE = "DONE_ELSEWHERE";

  private final LaneSettings settings;
  private final RetryRamp ramp;
  private final Clock clock;

  Fates(LaneSettings settings, RetryRamp ramp, Clock clock) {
    this.settings = settings;
    this.ramp = ramp;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Its transaction did what it wanted. */
  IntentTable.Fate mined(IntentTable.Key key, int attempts) {
    return new IntentTable.Fate(key, "MINED", attempts, false, now(), null, null);
  }

  /** It could not be done; it is tried again later, or never. */
  IntentTable.Fate failed(
      IntentTable.Key key, int before, String reason, @Nullable String detail, boolean alone) {
    int attempts = before + 1;
    Instant readyAt = now().plus(ramp.after(Reading.reasonOf(reason), attempts));
    if (Reading.isTooLate(reason)) {
      return new IntentTable.Fate(key, "TOO_LATE", attempts, alone, readyAt, reason, detail);
    }
    String state = attempts < settings.maxAttempts() ? "READY" : "PARKED";
    return new IntentTable.Fate(key, state, attempts, alone, readyAt, reason, detail);
  }

  /**
   * Somebody else did it: looked at again in case their block is replaced, ever more rarely, until
   * the chain says finally that it is done or it was found done so often that nobody doubts it.
   */
  IntentTable.Fate doneElsewhere(IntentTable.Key key, int before) {
    int looks = before + 1;
    String state = looks < settings.maxAttempts() ? "READY" : "DONE";
    Instant again = now().plus(ramp.after(Reason.REORG, looks));
    return new IntentTable.Fate(key, state, looks, false, again, DONE_ELSEWHERE, null);
  }

  /** Nothing is wrong with it, only with the time. */
  IntentTable.Fate waits(
      IntentTable.Key key, int attempts, Duration wait, String reason, @Nullable String detail) {
    return new IntentTable.Fate(key, "READY", attempts, false, now().plus(wait), reason, detail);
  }

  /**
   * Gas costs more than was prepaid for it: it waits for either to change, however often.
   *
   * @param affordable price of a unit at which it could pay for what it would use
   */
  IntentTable.Fate underfunded(IntentTable.Claimed one, Wei affordable, String detail) {
    Duration wait = ramp.after(Reason.UNDERFUNDED, one.leftOut() + 1);
    return new IntentTable.Fate(
        one.key(),
        "READY",
        one.attempts(),
        false,
        now().plus(wait),
        Reason.UNDERFUNDED.name(),
        detail,
        affordable);
  }

  /** It goes with the next transaction of any lane. */
  IntentTable.Fate again(IntentTable.Key key, int attempts, @Nullable String reason) {
    return new IntentTable.Fate(key, "READY", attempts, false, now(), reason, null);
  }

  /** It is on its way again in the transaction it was in. */
  IntentTable.Fate flies(IntentTable.Key key, int attempts) {
    return new IntentTable.Fate(key, "SENT", attempts, false, now(), null, null);
  }
}
