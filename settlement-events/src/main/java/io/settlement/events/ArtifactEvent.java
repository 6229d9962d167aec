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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    RESTORE,
    /** What a withdrawal's payment cost, taken from its amount. */
    NETWORK_FEE,
    /** What the vault paid the network of its own; the operator bears it. */
    VAULT_FEE,
    /** Somebody paid into the vault for nothing: it lessens what the operator bears. */
    MADE_GOOD,
    /** BTC is not in custody after all: its block was replaced though it was final. */
    DEPOSIT_REVERSED
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

  /**
   * A movement was booked.
   *
   * @param entries both sides of it; they sum to zero
   */
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

  /**
   * The books do not balance.
   *
   * @param difference what there is less what must be, in the artifact's smallest unit
   * @param detail for humans
   */
  @JsonTypeName("ImbalanceRaised")
  record ImbalanceRaised(String artifact, BigInteger difference, String detail, Instant at)
      implements ArtifactEvent {}

  /** The books balance again. */
  @JsonTypeName("ImbalanceCleared")
  record ImbalanceCleared(String artifact, Instant at) implements ArtifactEvent {}

  /**
   * A movement that no message caused was booked.
   *
   * @param cause the log or the output, the same whenever it is told
   * @param entries both sides of it; they sum to zero
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
   * @param primitive its name
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
   * @param balanced whether supply and reserve agree as the primitive demands
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
   * @param detail for humans: what does not balance
   */
  @JsonTypeName("MintingPauseWanted")
  record MintingPauseWanted(
      String artifact, ChainName chain, EvmAddress contract, long order, String detail, Instant at)
      implements ArtifactEvent {}

  /** What a step of a plan does. */
  enum StepKind {
    /** BTC into custody, artifacts to the owner. */
    DEPOSIT,
    /** Artifacts to the owner on another chain. */
    TRANSFER,
    /** Into staking. */
    STAKE,
    /** Out of staking. */
    UNSTAKE,
    /** Into a wrapper. */
    WRAP,
    /** Out of a wrapper. */
    UNWRAP,
    /** Into a basket, for shares. */
    POOL,
    /** Out of a basket, for its legs. */
    UNPOOL,
    /** One primitive's artifact for another's, through both vaults. */
    CONVERT,
    /** Artifacts for BTC at an address. */
    WITHDRAW
  }

  /** How far a plan has come. */
  enum PlanState {
    /** Its steps are taken in their order. */
    RUNNING,
    /** Every step is done. */
    DONE,
    /** A step failed, or it was cancelled: what was done is taken back. */
    COMPENSATING,
    /** Nothing is left that can be taken back. */
    COMPENSATED;

    /** Whether nothing happens to it any more. */
    public boolean isEnd() {
      return this == DONE || this == COMPENSATED;
    }
  }

  /** How far a step has come. */
  enum StepState {
    /** It is not its turn. */
    WAITING,
    /** Its owner is to sign. */
    READY,
    /** A chain said that it began. */
    UNDER_WAY,
    /** The chains said that it is done. */
    DONE,
    /** It failed, or its owner did not sign in time. */
    FAILED,
    /** It was not begun when the plan stopped. */
    CANCELLED
  }

  /**
   * How far a step is now.
   *
   * @param position from 1; what is taken back comes after all others
   * @param reason why it is not further; null when nothing is in its way
   */
  record StepChange(int position, StepKind kind, StepState state, @Nullable String reason) {}

  /**
   * A plan or its steps came further.
   *
   * @param artifact of its first step: all of a plan is told under it
   * @param plan its id
   * @param partner whose API key made it
   * @param owner who signs
   * @param steps those that changed
   * @param reason why it is taken back; null when it is not
   */
  @JsonTypeName("PlanChanged")
  record PlanChanged(
      String artifact,
      UUID plan,
      String partner,
      EvmAddress owner,
      PlanState state,
      List<StepChange> steps,
      @Nullable String reason,
      Instant at)
      implements ArtifactEvent {
    /** Keeps its own copy. */
    public PlanChanged {
      steps = List.copyOf(steps);
    }
  }
}
