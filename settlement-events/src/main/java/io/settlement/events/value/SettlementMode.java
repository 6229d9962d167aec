// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/**
 * What a handler does with tokens it sends; what it does with tokens it receives is the mirror
 * (protocol 3.2).
 */
public enum SettlementMode {
  /** Escrow, mint remotely, burn the escrow on success. Pairs with itself. */
  MINT_BURN(0),
  /** Escrow as backing; unlock what comes home. Pairs with BURN_UNLOCK. */
  LOCK_MINT(1),
  /**
   * Escrow, unlock at home, burn the escrow on success; mint what arrives. Pairs with LOCK_MINT.
   */
  BURN_UNLOCK(2),
  /** Escrow becomes liquidity; unlock from liquidity. Pairs with itself. */
  LOCK_UNLOCK(3);

  private final int wire;

  SettlementMode(int wire) {
    this.wire = wire;
  }

  /** The number on the wire (protocol 1.3). */
  public int wire() {
    return wire;
  }

  /** Whether a handler of this mode mints what it receives (otherwise it unlocks). */
  public boolean mintsInbound() {
    return this == MINT_BURN || this == BURN_UNLOCK;
  }

  /** Whether a handler of this mode burns its escrow when the message succeeded. */
  public boolean burnsOnSuccess() {
    return this == MINT_BURN || this == BURN_UNLOCK;
  }

  /** The mode the handler on the other side must have. */
  public SettlementMode pair() {
    return switch (this) {
      case MINT_BURN -> MINT_BURN;
      case LOCK_MINT -> BURN_UNLOCK;
      case BURN_UNLOCK -> LOCK_MINT;
      case LOCK_UNLOCK -> LOCK_UNLOCK;
    };
  }
}
