// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Gas;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Terms;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Terms as they stand before the certificate of a single delivery, and as handlers are given them:
 * sequence, handler gas and deadline, eight bytes each.
 */
public final class PackedTerms {
  /** How many bytes they take. */
  public static final int BYTES = 3 * Long.BYTES;

  private PackedTerms() {}

  /** The bytes. */
  public static byte[] encode(Terms terms) {
    return ByteBuffer.allocate(BYTES)
        .putLong(terms.sequence())
        .putLong(terms.handlerGas().units())
        .putLong(terms.deadline().getEpochSecond())
        .array();
  }

  /**
   * @throws InvalidValue when the bytes do not begin with terms
   */
  public static Terms decode(byte[] bytes) {
    if (bytes.length < BYTES) {
      throw new InvalidValue("terms", bytes.length + " bytes");
    }
    ByteBuffer packed = ByteBuffer.wrap(bytes);
    return new Terms(packed.getLong(), new Gas(packed.getLong()), deadline(packed.getLong()));
  }

  /** Later than any clock can show is refused like anything else that is no deadline. */
  static Instant deadline(long seconds) {
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw new InvalidValue("deadline", Long.toUnsignedString(seconds));
    }
    return Instant.ofEpochSecond(seconds);
  }
}
