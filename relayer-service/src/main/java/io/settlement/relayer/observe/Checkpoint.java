// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;

/**
 * How far a chain was read.
 *
 * @param last everything up to here is final and stored as facts
 * @param head messages up to here were observed; never behind {@code last}
 * @param version counts the moves
 */
record Checkpoint(ChainName chain, Point last, Point head, long version) {

  /** After a final range: the head is taken along when it was passed. */
  Checkpoint withLast(Point end) {
    return new Checkpoint(chain, end, head.number() > end.number() ? head : end, version + 1);
  }

  /** After a range of blocks that are not final. */
  Checkpoint withHead(Point end) {
    return new Checkpoint(chain, last, end, version + 1);
  }

  /** Nothing was read, something was told. */
  Checkpoint again() {
    return withHead(head);
  }

  /** What lies between is read by others, or again. */
  Checkpoint movedTo(Point point) {
    return new Checkpoint(chain, point, point, version + 1);
  }

  /** The blocks above finality are to be read again. */
  Checkpoint rewound() {
    return withHead(last);
  }
}
