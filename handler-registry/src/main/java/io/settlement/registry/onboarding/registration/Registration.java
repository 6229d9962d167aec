// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.TypedStatement;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.registry.onboarding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal on its way into the book.
 *
 * @param partner who proposed it
 * @param nonce of the statement, made by the service
 * @param expiresAt after which no signature of it counts
 * @param endedAt when it was registered or taken back
 * @param findings of the latest look at the chains
 */
record Registration(
    UUID id,
    String partner,
    Proposal said,
    Hash nonce,
    Instant askedAt,
    Instant expiresAt,
    State state,
    @Nullable Instant endedAt,
    List<Signatory> signatories,
    List<Finding> findings) {

  /** How far it is. */
  enum State {
    /** Signatures are missing, or the chains differ. */
    OPEN,
    /** It is in the book. */
    REGISTERED,
    /** Taken back by who proposed it. */
    WITHDRAWN,
    /** Its time is over. */
    EXPIRED
  }

  /** Keeps its own copies. */
  Registration {
    signatories = List.copyOf(signatories);
    findings = List.copyOf(findings);
  }

  /**
   * A contract that must be spoken for.
   *
   * @param signer who did; null as long as nobody has
   * @param partner who handed that signature in
   */
  record Signatory(
      HandlerId contract,
      @Nullable EvmAddress signer,
      @Nullable String partner,
      @Nullable Instant at) {}

  /** What is signed. */
  TypedStatement statement() {
    return said.statement()
        .text("partner", partner)
        .hash("nonce", nonce)
        .text("expires", expiresAt)
        .done();
  }

  boolean isSigned() {
    return signatories.stream().allMatch(one -> one.signer() != null);
  }

  State stateAt(Instant now) {
    return state == State.OPEN && !now.isBefore(expiresAt) ? State.EXPIRED : state;
  }
}
