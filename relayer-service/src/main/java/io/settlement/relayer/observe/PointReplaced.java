// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;

/** The block up to which a chain was read is another one now. */
final class PointReplaced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PointReplaced(Point expected, BlockRef found) {
    super(
        "block "
            + expected.number()
            + " was "
            + expected.hash()
            + " when it was read and is "
            + found.hash()
            + " now");
  }
}
