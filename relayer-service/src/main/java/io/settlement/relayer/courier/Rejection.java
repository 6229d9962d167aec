// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import org.jspecify.annotations.Nullable;

/**
 * A signature that cannot count.
 *
 * @param validator who claimed to have signed
 * @param signature when it is really the validator's, though of something else; null when it is not
 */
record Rejection(
    TxId txid,
    Kind kind,
    EvmAddress validator,
    Hash digest,
    Reason reason,
    @Nullable String signature) {

  /** Why. */
  enum Reason {
    /** No signature at all, or of nobody. */
    UNREADABLE,
    /** Of something else than what is to be attested. */
    WRONG_DIGEST,
    /** By somebody else than it says, or by somebody who does not sign for this chain. */
    NOT_A_VALIDATOR
  }
}
