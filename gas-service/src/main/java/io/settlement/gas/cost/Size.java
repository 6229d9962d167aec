// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Gas;

/**
 * What makes one message of a route dearer than another.
 *
 * @param payloadBytes of its payload
 * @param handlerGas what its handler must be given, and may use up
 */
public record Size(int payloadBytes, Gas handlerGas) {

  /** Of a message that was sent. */
  public static Size of(CrossChainMessage message) {
    // The payload is hexadecimal text with its 0x.
    return new Size(message.payload().length() / 2 - 1, message.terms().handlerGas());
  }
}
