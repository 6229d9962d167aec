// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.contract.Signatures;
import io.settlement.events.AttestationEvent;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.relayer.courier.Rejection.Reason;
import java.util.Optional;

/** Whether the validator really made a signature. */
final class SignatureCheck {
  private SignatureCheck() {}

  /**
   * Why not; empty when it did.
   *
   * @param digest what it is over
   */
  static Optional<Reason> refuse(Hash digest, AttestationEvent fact) {
    try {
      return Signatures.recover(digest, Hex.decode(fact.signature())).equals(fact.validator())
          ? Optional.empty()
          : Optional.of(Reason.NOT_A_VALIDATOR);
    } catch (InvalidValue e) {
      return Optional.of(Reason.UNREADABLE);
    }
  }
}
