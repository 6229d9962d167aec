// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/** How a handler's work ended; the protocol's CrossChainMsgStatus without its transient values. */
public enum Outcome {
  /** The handler did what the message asked (wire value 2). */
  SUCCESS(2),
  /** The handler refused, reverted or is not there (wire value 3). */
  FAILED(3);

  private final int wire;

  Outcome(int wire) {
    this.wire = wire;
  }

  /**
   * From the wire.
   *
   * @throws InvalidValue for a status that is not an end
   */
  public static Outcome ofWire(int wire) {
    return switch (wire) {
      case 2 -> SUCCESS;
      case 3 -> FAILED;
      default -> throw new InvalidValue("outcome", Integer.toString(wire));
    };
  }

  /** The number on the wire. */
  public int wire() {
    return wire;
  }
}
