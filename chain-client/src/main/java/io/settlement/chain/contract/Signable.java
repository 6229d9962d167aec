// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hash;

/**
 * What is signed, before it is hashed: a signer that holds the key elsewhere hashes it itself.
 *
 * @param preimage the digest is its keccak256
 */
@SuppressWarnings("ArrayRecordComponent")
public record Signable(byte[] preimage) {

  /** What the signature is over. */
  public Hash digest() {
    return Hash.of(Keccak.bytes(preimage));
  }
}
