// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.time.Instant;

/**
 * What the vaults on Bitcoin are told of themselves. Compacted topic {@link Topics#VAULTS}, key
 * vault and index, writer relayer-service (courier).
 */
public sealed interface VaultEvent extends SuiteEvent {

  /** The vault, as the handler that it is on its chain. */
  HandlerId vault();

  @Override
  default Topic<VaultEvent> topic() {
    return Topics.VAULT_EVENTS;
  }

  /**
   * Whatever is paid to an address of the vault is credited to one recipient. Who acts on it
   * derives the address himself.
   *
   * @param index its place among the vault's addresses for deposits
   * @param handler who credits it, on the destination chain
   * @param recipient whom
   * @param address as the vault's network spells it
   */
  @JsonTypeName("AddressAssigned")
  record AddressAssigned(
      HandlerId vault,
      long index,
      HandlerId handler,
      EvmAddress recipient,
      String address,
      Instant at)
      implements VaultEvent {
    @Override
    public String key() {
      return vault + ":" + index;
    }
  }
}
