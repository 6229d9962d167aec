// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.Draft;

/**
 * What a submission carries, whatever it pays for gas.
 *
 * @param contract whom it calls or pays
 * @param calldata the batch call; empty for a payment
 * @param gasLimit the most it may use
 * @param value wei it pays
 */
@SuppressWarnings("ArrayRecordComponent")
record Cargo(Errand errand, EvmAddress contract, byte[] calldata, Gas gasLimit, Wei value) {
  /** What a payment to an account costs. */
  private static final Gas PAYMENT = new Gas(21_000);

  /** Work of one purpose. */
  Cargo(Purpose purpose, EvmAddress contract, byte[] calldata, Gas gasLimit) {
    this(Errand.of(purpose), contract, calldata, gasLimit, Wei.ZERO);
  }

  /** Uses a nonce of the account and does nothing. */
  static Cargo nothing(EvmAddress self) {
    return new Cargo(Errand.NOOP, self, new byte[0], PAYMENT, Wei.ZERO);
  }

  static Cargo payment(EvmAddress to, Wei amount) {
    return new Cargo(Errand.TOP_UP, to, new byte[0], PAYMENT, amount);
  }

  Draft.What what() {
    return new Draft.What(contract, calldata, gasLimit, value);
  }
}
