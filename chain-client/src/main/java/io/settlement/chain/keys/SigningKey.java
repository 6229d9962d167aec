// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import io.settlement.chain.contract.Signable;
import io.settlement.events.value.EvmAddress;

/** A key that signs digests and shows nothing but its address. */
public sealed interface SigningKey permits SubmitterKey, ValidatorKey {

  /** The account of the key. */
  EvmAddress address();

  /**
   * Signs the keccak256 of the preimage: no prefix, no second hash.
   *
   * @return r‖s‖v, 65 bytes, low s, v 27 or 28
   * @throws SignerUnavailable when the key is held elsewhere and does not answer
   */
  byte[] sign(Signable form);
}
