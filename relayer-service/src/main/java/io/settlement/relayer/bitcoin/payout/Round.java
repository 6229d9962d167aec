// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a batch.
 *
 * @param parent the round whose change it spends; null when it pays or cancels
 * @param members withdrawals it pays, in the order of its outputs
 * @param psbt with all signatures so far
 * @param rate it was proposed at
 * @param fee satoshi
 * @param changeIndex where its change goes
 * @param txHash its id, which signatures do not change
 * @param raw the whole transaction in hexadecimal; null while signatures are missing
 * @param proposedAt when cosigners were asked
 * @param sentAt when a node first took it
 * @param cancels withdrawals that no other round can pay once it is mined; none when it is no
 *     cancellation
 */
record Round(
    long batch,
    int round,
    @Nullable Integer parent,
    List<TxId> members,
    String psbt,
    FeeRate rate,
    long fee,
    long changeIndex,
    State state,
    Hash txHash,
    @Nullable String raw,
    Instant proposedAt,
    @Nullable Instant sentAt,
    List<TxId> cancels) {

  /** How far it is. */
  enum State {
    /** Signatures are missing. */
    PROPOSED,
    /** Signed and written down; no node is known to have it. */
    SIGNED,
    /** A node took it. */
    SENT,
    /** So many cosigners refused that it can never be signed. */
    REFUSED
  }

  boolean pays() {
    return parent == null && cancels.isEmpty();
  }

  boolean isCancellation() {
    return !cancels.isEmpty();
  }

  boolean isSigned() {
    return raw != null;
  }
}
