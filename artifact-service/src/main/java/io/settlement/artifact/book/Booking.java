// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.ArtifactEvent.ArtifactBooked;
import io.settlement.events.ArtifactEvent.Entry;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.List;

/**
 * Tokens that went from one account to another on one chain.
 *
 * @param artifact whose books
 * @param movement a message has each at most once
 */
record Booking(String artifact, TxId txid, Movement movement, ChainName chain, TokenAmount amount) {

  /** Both sides; they sum to zero. */
  List<Entry> entries() {
    return List.of(
        new Entry(chain, from().word(), amount.value().negate()),
        new Entry(chain, to().word(), amount.value()));
  }

  ArtifactBooked fact(Instant at) {
    return new ArtifactBooked(artifact, txid, movement, entries(), at);
  }

  private Account from() {
    return switch (movement) {
      case ESCROW -> Account.HOLDERS;
      case MINT -> Account.ISSUANCE;
      case UNLOCK -> Account.LIQUIDITY;
      case BURN, LOCK, RETURN -> Account.ESCROW;
    };
  }

  private Account to() {
    return switch (movement) {
      case ESCROW -> Account.ESCROW;
      case MINT, UNLOCK, RETURN -> Account.HOLDERS;
      case BURN -> Account.ISSUANCE;
      case LOCK -> Account.LIQUIDITY;
    };
  }
}
