// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** Books of artifacts. Topic {@link Topics#ARTIFACTS}, key artifact, writer artifact-service. */
public sealed interface ArtifactEvent extends SuiteEvent {

  /** The artifact. */
  String artifact();

  @Override
  default String key() {
    return artifact();
  }

  @Override
  default Topic<ArtifactEvent> topic() {
    return Topics.ARTIFACT_EVENTS;
  }

  /** What a booking records. */
  enum Movement {
    /** The sender's tokens went into escrow. */
    ESCROW,
    /** Tokens were created for the receiver. */
    MINT,
    /** Tokens left liquidity for the receiver. */
    UNLOCK,
    /** The escrow was destroyed. */
    BURN,
    /** The escrow became liquidity or backing. */
    LOCK,
    /** The escrow went back to the sender. */
    RETURN
  }

  /**
   * One side of a booking.
   *
   * @param account for instance "escrow", "holders", "issuance", "liquidity"
   * @param amount signed; the entries of a booking sum to zero
   */
  record Entry(ChainName chain, String account, BigInteger amount) {}

  /** A movement was booked; its entries sum to zero. */
  @JsonTypeName("ArtifactBooked")
  record ArtifactBooked(
      String artifact, TxId txid, Movement movement, List<Entry> entries, Instant at)
      implements ArtifactEvent {
    /** Keeps its own copy. */
    public ArtifactBooked {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Supply over all chains against what it must be.
   *
   * @param supply circulating and escrowed, all chains
   * @param expected what the books allow
   */
  @JsonTypeName("ReserveReported")
  record ReserveReported(String artifact, TokenAmount supply, TokenAmount expected, Instant at)
      implements ArtifactEvent {}

  /** The books do not balance. */
  @JsonTypeName("ImbalanceRaised")
  record ImbalanceRaised(String artifact, BigInteger difference, String detail, Instant at)
      implements ArtifactEvent {}

  /** The books balance again. */
  @JsonTypeName("ImbalanceCleared")
  record ImbalanceCleared(String artifact, Instant at) implements ArtifactEvent {}
}
