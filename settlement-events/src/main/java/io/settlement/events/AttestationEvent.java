// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.time.Instant;

/** Signatures. Topic {@link Topics#ATTESTATIONS}, key txid, writers are the validators. */
public sealed interface AttestationEvent extends SuiteEvent {

  /** The message. */
  TxId txid();

  @Override
  default String key() {
    return txid().hex();
  }

  @Override
  default Topic<AttestationEvent> topic() {
    return Topics.ATTESTATION_EVENTS;
  }

  /** What is attested. */
  enum Kind {
    /** The source sent it: lets the destination receive it. */
    RECEIVE,
    /** Its deadline passed: lets the destination record that it will never be received. */
    EXPIRE,
    /** The destination's outcome: lets the source settle it. */
    CALLBACK
  }

  /**
   * One validator's signature over one digest.
   *
   * @param kind what it attests
   * @param digest the EIP-712 digest it signed (protocol 7.1)
   * @param validator the signer's address
   * @param signature r‖s‖v, 65 bytes as 0x and hexadecimal digits
   */
  @JsonTypeName("AttestationSigned")
  record AttestationSigned(
      TxId txid, Kind kind, Hash digest, EvmAddress validator, String signature, Instant at)
      implements AttestationEvent {}
}
