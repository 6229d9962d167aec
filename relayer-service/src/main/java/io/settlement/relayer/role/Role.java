// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

/** A job of the relayer, listed in {@code settlement.relayer.roles}. */
public enum Role {
  /** Reads chains, publishes what happened there. */
  OBSERVER,
  /** Holds a validator's key, attests what its own nodes confirm. */
  VALIDATOR,
  /** Holds the lanes' keys, delivers, calls back, refunds. */
  COURIER
}
