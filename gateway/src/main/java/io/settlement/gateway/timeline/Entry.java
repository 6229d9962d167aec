// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact as a line of a message's story.
 *
 * @param type the fact's word on the wire
 * @param discriminator tells facts of one type of one message apart; empty when there is only one
 * @param at when its writer recorded it
 * @param where the place on a chain, if it has one
 * @param detail what else it says; amounts as decimal digits
 */
record Entry(
    TxId txid,
    String type,
    String discriminator,
    Instant at,
    Where where,
    Map<String, String> detail) {

  /** Not on a chain, or not yet. */
  static final Where NOWHERE = new Where(null, null, null);

  /** Says nothing about its message as a whole. */
  boolean isAside() {
    return Story.ASIDES.contains(type);
  }

  /** A place on a chain, as far as it is known. */
  record Where(@Nullable ChainName chain, @Nullable Long block, @Nullable Hash txHash) {}
}
