// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.time.Instant;

/**
 * What the vaults on Bitcoin are told of themselves, and what they say of their fees. Compacted
 * topic {@link Topics#VAULTS}, key vault and index or vault and {@code fees}, writer
 * relayer-service (courier).
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

  /**
   * What paying a withdrawal costs on Bitcoin now, deducted from its amount when it is paid. An
   * estimate, told again when it moves and from time to time.
   *
   * @param satsPerKvb satoshi for 1000 virtual bytes that a payout would offer now
   * @param mostSatsPerKvb what it never exceeds
   * @param blocks within how many it should then be mined
   * @param aloneSats satoshi deducted from a withdrawal that is paid alone from one coin;
   *     companions share a part of it
   */
  @JsonTypeName("PayoutFees")
  record PayoutFees(
      HandlerId vault, long satsPerKvb, long mostSatsPerKvb, int blocks, long aloneSats, Instant at)
      implements VaultEvent {
    @Override
    public String key() {
      return vault + ":fees";
    }
  }
}
