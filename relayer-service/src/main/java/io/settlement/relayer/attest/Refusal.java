// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

/**
 * Why a claim is not signed; stored by name. Most refusals are for good; those by the registry's
 * word are looked at again when that word changes, those for want of a chain when it is told.
 */
enum Refusal {
  /** A chain it needs was not told here by this validator's operator: nothing can be checked. */
  CHAIN_UNKNOWN(true),
  /**
   * It, or its outcome, goes to Bitcoin, where nobody asks for a signature: checked, and kept for
   * the cosigners.
   */
  NOT_SIGNED_FOR,
  /** An outcome on Bitcoin of a withdrawal that was not checked here on its source. */
  WITHDRAWAL_UNKNOWN,
  /** The contracts of a chain it needs cannot do what is to be attested. */
  PROFILE_UNSUPPORTED,
  /** The own node has no such log of the settlement contract in a final block. */
  LOG_ABSENT,
  /** The log is there and says something else than the claim. */
  CONTENT_DIFFERS,
  /** The message was logged without the terms that it has to be delivered by. */
  TERMS_ABSENT,
  /** The txid is not the one that route, sender and nonce make. */
  TXID_DIFFERS,
  /** The message goes to the chain it comes from. */
  SAME_CHAIN,
  /** The source contract does not hold the message as pending for this sender and nonce. */
  RECORD_DIFFERS,
  /** The source has settled the message, or is said to have: nobody waits for a signature. */
  ENDED,
  /** The destination has received the message: it cannot expire. */
  RECEIVED,
  /** The payload is not what its type promises, byte for byte. */
  PAYLOAD_NOT_STRICT,
  /** The payload names another type than the message. */
  PAYLOAD_TYPE_DIFFERS,
  /** A handler or account does not fit the chain it is on. */
  ADDRESS_OUT_OF_RANGE,
  /**
   * The digest of its destination binds no chain, and another such chain has a handler at the same
   * address: what is signed for one would be taken by both.
   */
  REPLAYABLE(true),
  /** The registry does not know the route, its chains or its handlers. */
  ROUTE_UNKNOWN(true),
  /** The registry does not let messages take the route, or not the way back. */
  ROUTE_CLOSED(true),
  /** The payload names other tokens than those of the handlers. */
  TOKEN_DIFFERS(true),
  /** This validator has signed something else for the same message and kind. */
  SIGNED_OTHERWISE;

  private final boolean forNow;

  Refusal() {
    this(false);
  }

  Refusal(boolean forNow) {
    this.forNow = forNow;
  }

  /** Whether it holds only as long as the registry and the operator say what they say. */
  boolean isForNow() {
    return forNow;
  }
}
