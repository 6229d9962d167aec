// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import org.jspecify.annotations.Nullable;

/**
 * One script of a vault for deposits.
 *
 * @param vault whose
 * @param index its place in the descriptor
 * @param script 0x and its bytes
 * @param address as the vault's network spells it
 * @param owner who is credited for what it is paid; null while it was not given out
 */
record VaultAddress(
    HandlerId vault, long index, String script, String address, @Nullable Owner owner) {

  /**
   * Who is credited.
   *
   * @param handler on the destination chain
   * @param recipient there
   */
  record Owner(HandlerId handler, EvmAddress recipient) {}
}
