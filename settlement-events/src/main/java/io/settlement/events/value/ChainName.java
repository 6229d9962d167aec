// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The canonical name of a chain. Its bytes are hashed into txids and digests, so case matters; the
 * registry keeps the set of names prefix-safe.
 *
 * @param value 1 to 31 letters, digits or hyphens, starting with a letter
 */
public record ChainName(@JsonValue String value) {
  private static final int LONGEST = 31;

  /** Refuses anything that is not a name. */
  @JsonCreator
  public ChainName {
    if (value.isEmpty() || value.length() > LONGEST || !isLetter(value.charAt(0))) {
      throw new InvalidValue("chain name", value);
    }
    for (int i = 1; i < value.length(); i++) {
      char one = value.charAt(i);
      if (!isLetter(one) && (one < '0' || one > '9') && one != '-') {
        throw new InvalidValue("chain name", value);
      }
    }
  }

  private static boolean isLetter(char one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
  }

  @Override
  public String toString() {
    return value;
  }
}
