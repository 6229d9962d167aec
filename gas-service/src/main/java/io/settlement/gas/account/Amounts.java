// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.Wei;

/** Sums that never fall below nothing. */
final class Amounts {
  private Amounts() {}

  /** The difference, or nothing. */
  static Wei less(Wei from, Wei taken) {
    return from.compareTo(taken) > 0 ? from.minus(taken) : Wei.ZERO;
  }

  static Wei min(Wei one, Wei other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
