// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import org.jspecify.annotations.Nullable;

/** A message's tokens: what the chains said about them, and what of it is in the books. */
final class Transfer {
  final TxId txid;
  final @Nullable Content content;
  final @Nullable Outcome delivered;
  final @Nullable Outcome settled;

  /** In which block and transaction a chain said so; null where that was not kept. */
  record Where(@Nullable Long block, @Nullable Hash txHash) {
    static final Where UNKNOWN = new Where(null, null);

    Place on(ChainName chain) {
      return new Place(chain, block, txHash);
    }
  }

  Where sent = Where.UNKNOWN;
  Where arrived = Where.UNKNOWN;
  Where ended = Where.UNKNOWN;

  /** Whose books; known with the first booking. */
  @Nullable String artifact;

  @Nullable Movement departure;
  @Nullable Movement arrival;
  @Nullable Movement ending;

  /** Why something that happened is not booked. */
  @Nullable String unbooked;

  Transfer(
      TxId txid,
      @Nullable Content content,
      @Nullable Outcome delivered,
      @Nullable Outcome settled) {
    this.txid = txid;
    this.content = content;
    this.delivered = delivered;
    this.settled = settled;
  }

  /** Whether it left and that is not booked. */
  boolean departureIsDue() {
    return departure == null;
  }

  /** Whether it arrived and that is not booked. */
  boolean arrivalIsDue() {
    return delivered == Outcome.SUCCESS && arrival == null;
  }

  /** Whether it ended and that is not booked. */
  boolean endingIsDue() {
    return settled != null && ending == null;
  }
}
