// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import org.jspecify.annotations.Nullable;

/**
 * A call that is simulated, never sent.
 *
 * @param from who would call; null for nobody in particular
 * @param to the contract
 * @param data selector and arguments
 * @param value wei that would be sent along
 */
@SuppressWarnings("ArrayRecordComponent")
public record Call(@Nullable EvmAddress from, EvmAddress to, byte[] data, Wei value) {

  /** A view call by nobody in particular. */
  public static Call view(EvmAddress to, byte[] data) {
    return new Call(null, to, data, Wei.ZERO);
  }
}
