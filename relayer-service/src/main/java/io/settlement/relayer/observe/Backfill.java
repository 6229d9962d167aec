// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import java.time.Instant;

/**
 * Final blocks far below the live head that are read on their own.
 *
 * @param from first of them
 * @param done read up to here
 * @param until last of them
 * @param version counts the moves
 */
record Backfill(
    ChainName chain, long from, Point done, Point until, long version, Instant startedAt) {

  long remaining() {
    return until.number() - done.number();
  }

  boolean holds(long block) {
    return done.number() < block && block <= until.number();
  }

  /** After a range. */
  Backfill withDone(Point end) {
    return new Backfill(chain, from, end, until, version + 1, startedAt);
  }
}
