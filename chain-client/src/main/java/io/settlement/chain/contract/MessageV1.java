// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The envelope of every payload: version 1, id, type, bytes (protocol 2.6).
 *
 * @param id the handler's own id of the message
 * @param payloadType what the payload holds
 * @param payload the bytes inside
 */
@SuppressWarnings("ArrayRecordComponent")
public record MessageV1(BigInteger id, PayloadType payloadType, byte[] payload) {
  private static final int VERSION = 1;
  private static final int TYPE_AT = 33;
  private static final int HEADER = 34;

  /** The bytes that are hashed and delivered. */
  public byte[] encode() {
    byte[] message = new byte[HEADER + payload.length];
    message[0] = VERSION;
    System.arraycopy(Abi.word(id), 0, message, 1, Abi.WORD);
    message[TYPE_AT] = (byte) payloadType.wire();
    System.arraycopy(payload, 0, message, HEADER, payload.length);
    return message;
  }

  /**
   * @throws InvalidValue when it is not a message of version 1
   */
  public static MessageV1 decode(byte[] message) {
    if (message.length < HEADER || message[0] != VERSION) {
      byte[] start = Arrays.copyOf(message, Math.min(message.length, HEADER));
      throw new InvalidValue("message", Hex.encode(start));
    }
    return new MessageV1(
        new BigInteger(1, Arrays.copyOfRange(message, 1, TYPE_AT)),
        PayloadType.ofWire(message[TYPE_AT] & 0xff),
        Arrays.copyOfRange(message, HEADER, message.length));
  }
}
