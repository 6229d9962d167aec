// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/** What a payload holds (protocol 1.3). */
public enum PayloadType {
  /** Opaque bytes between two handlers. */
  RAW(0),
  /** Native BTC arrived in custody. */
  BTC_DEPOSIT(1),
  /** Native BTC is to leave custody. */
  BTC_WITHDRAW(2),
  /** BTC is to be staked. */
  BTC_STAKE(3),
  /** Staked BTC is to be released. */
  BTC_UNSTAKE(4),
  /** A token transfer. */
  ERC20(5),
  /** A single token. */
  ERC721(6);

  private final int wire;

  PayloadType(int wire) {
    this.wire = wire;
  }

  /**
   * From the wire.
   *
   * @throws InvalidValue for a number no type has
   */
  public static PayloadType ofWire(int wire) {
    for (PayloadType type : values()) {
      if (type.wire == wire) {
        return type;
      }
    }
    throw new InvalidValue("payload type", Integer.toString(wire));
  }

  /** The number on the wire. */
  public int wire() {
    return wire;
  }
}
