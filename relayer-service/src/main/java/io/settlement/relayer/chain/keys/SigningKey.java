// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain.keys;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;

/** A key that signs digests and shows nothing but its address. */
public sealed interface SigningKey permits SubmitterKey, ValidatorKey {

  /** The account of the key. */
  EvmAddress address();

  /**
   * Signs the digest as it is: no prefix, no second hash.
   *
   * @return r‖s‖v, 65 bytes, low s, v 27 or 28; the same digest gives the same signature
   */
  byte[] sign(Hash digest);
}
