// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.time.Instant;

/**
 * A signature that its validator really made.
 *
 * @param verified whether it signs what it should; false while that is not known
 */
record Attestation(
    Kind kind,
    EvmAddress validator,
    Hash digest,
    String signature,
    Instant signedAt,
    boolean verified) {

  static Attestation of(AttestationSigned fact, boolean verified) {
    return new Attestation(
        fact.kind(), fact.validator(), fact.digest(), fact.signature(), fact.at(), verified);
  }

  Attestation counted() {
    return new Attestation(kind, validator, digest, signature, signedAt, true);
  }

  boolean isSameAs(AttestationSigned fact) {
    return kind == fact.kind()
        && validator.equals(fact.validator())
        && digest.equals(fact.digest());
  }
}
