// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

/** What somebody may want of an application as a whole. */
enum Action {
  /** Begin to read it. */
  REVIEW(By.OPERATOR, false),
  /** Give the call a time, or another one. */
  SCHEDULE_CALL(By.OPERATOR, false),
  /** The call took place. */
  HOLD_CALL(By.OPERATOR, false),
  /** Put into use what the main network's check found. */
  GO_LIVE(By.OPERATOR, false),
  /** Stop for now. */
  SUSPEND(By.OPERATOR, true),
  /** Go on. */
  RESUME(By.OPERATOR, false),
  /** End for good. */
  RETIRE(By.OPERATOR, true),
  /** Refuse. */
  REJECT(By.OPERATOR, true),
  /** Take it back. */
  WITHDRAW(By.APPLICANT, true);

  /** Whose action it is. */
  enum By {
    APPLICANT,
    OPERATOR
  }

  private final By by;
  private final boolean needsReason;

  Action(By by, boolean needsReason) {
    this.by = by;
    this.needsReason = needsReason;
  }

  By by() {
    return by;
  }

  boolean needsReason() {
    return needsReason;
  }
}
