// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The canonical name of a chain. Its bytes are hashed into txids and digests, so case matters; the
 * registry keeps the set of names prefix-safe.
 *
 * @param value 1 to 31 letters, digits or hyphens, starting with a letter
 */
public record ChainName(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,30}");

  /** Refuses anything that is not a name. */
  @JsonCreator
  public ChainName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("chain name", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
