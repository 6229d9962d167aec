// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import io.settlement.chain.contract.Signable;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;

/** A key read from a keystore file. Its text form is its address. */
public final class KeystoreKey implements SubmitterKey, ValidatorKey {
  private final Signing signing;
  private final EvmAddress address;

  KeystoreKey(ECKeyPair pair) {
    this.signing = Signing.fastest(pair);
    this.address = new EvmAddress("0x" + Keys.getAddress(pair));
  }

  @Override
  public EvmAddress address() {
    return address;
  }

  @Override
  public byte[] sign(Signable form) {
    return sign(form.digest());
  }

  /** Signs the digest as it is; the same digest gives the same signature. */
  public byte[] sign(Hash digest) {
    return signing.sign(digest.bytes());
  }

  @Override
  public String toString() {
    return address.hex();
  }
}
