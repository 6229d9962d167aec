// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.Hash;
import java.util.Objects;

/** The block up to which a chain was read is another one now. */
final class PointReplaced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long number;
  private final String was;
  private final String found;

  PointReplaced(Point expected, BlockRef found) {
    super(
        "block "
            + expected.number()
            + " was "
            + expected.hash()
            + " when it was read and is "
            + found.hash()
            + " now");
    this.number = expected.number();
    this.was = Objects.requireNonNull(expected.hash()).hex();
    this.found = found.hash().hex();
  }

  /** Its height. */
  long number() {
    return number;
  }

  /** Its hash when it was read. */
  Hash was() {
    return new Hash(was);
  }

  /** Its hash now. */
  Hash found() {
    return new Hash(found);
  }
}
