// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;

/**
 * A signature that cannot count.
 *
 * @param validator who claimed to have signed
 */
record Rejection(TxId txid, Kind kind, EvmAddress validator, Hash digest, Reason reason) {

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
