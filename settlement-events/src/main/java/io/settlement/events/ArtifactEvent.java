// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
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
    RETURN,
    /** BTC came into custody. */
    DEPOSIT,
    /** BTC left custody. */
    PAYOUT,
    /** Went into staking. */
    STAKE,
    /** Came out of staking. */
    UNSTAKE,
    /** Went into a wrapper. */
    WRAP,
    /** Came out of a wrapper. */
    UNWRAP,
    /** Went into a basket. */
    POOL,
    /** Came out of a basket. */
    UNPOOL,
    /** Left a basket as a loss. */
    LOSS,
    /** Made a basket's loss good. */
    RESTORE
  }

  /** How far a primitive has come. */
  enum PrimitiveStage {
    /** It is being written. */
    DRAFT,
    /** An operator is to decide. */
    SUBMITTED,
    /** An operator said no. */
    REFUSED,
    /** An operator said yes; chains and registry do not agree yet, or not any more. */
    ADMITTED,
    /** Chains and registry agree. */
    LIVE,
    /** Taken out of use; its books go on. */
    WITHDRAWN;

    /** Whether there are books of it to be kept. */
    public boolean isKept() {
      return this == ADMITTED || this == LIVE || this == WITHDRAWN;
    }
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

  /**
   * A movement that no message caused was booked; its entries sum to zero.
   *
   * @param cause the log or the output, the same whenever it is told
   */
  @JsonTypeName("PositionBooked")
  record PositionBooked(
      String artifact, String cause, Movement movement, List<Entry> entries, Instant at)
      implements ArtifactEvent {
    /** Keeps its own copy. */
    public PositionBooked {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Somebody decided about a primitive, or the chains did.
   *
   * @param specification keccak256 of its specification's bytes
   * @param reasons why
   */
  @JsonTypeName("PrimitiveChanged")
  record PrimitiveChanged(
      String artifact,
      String primitive,
      PrimitiveStage stage,
      Hash specification,
      List<String> reasons,
      Instant at)
      implements ArtifactEvent {
    /** Keeps its own copy. */
    public PrimitiveChanged {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A statement of an artifact's reserve was signed; artifact-service has its text.
   *
   * @param number counts the artifact's statements
   * @param hash keccak256 of its text
   * @param signer whose signature
   * @param signature over the hash, 0x and 130 hexadecimal digits
   * @param supply with holders and in escrow, all chains, satoshi
   * @param reserve in custody, satoshi
   */
  @JsonTypeName("StatementSigned")
  record StatementSigned(
      String artifact,
      long number,
      Hash hash,
      EvmAddress signer,
      String signature,
      TokenAmount supply,
      TokenAmount reserve,
      boolean balanced,
      Instant at)
      implements ArtifactEvent {}

  /**
   * A guardian is to stop the minting of this artifact, and of nothing else; redemption stays open.
   *
   * @param contract the artifact on that chain
   * @param order counts the artifact's imbalances: an order is given once
   */
  @JsonTypeName("MintingPauseWanted")
  record MintingPauseWanted(
      String artifact, ChainName chain, EvmAddress contract, long order, String detail, Instant at)
      implements ArtifactEvent {}
}
