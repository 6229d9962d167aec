// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain.keys;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.util.Arrays;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** A key read from a keystore file. Its text form is its address. */
public final class KeystoreKey implements SubmitterKey, ValidatorKey {
  private final ECKeyPair pair;
  private final EvmAddress address;

  KeystoreKey(ECKeyPair pair) {
    this.pair = pair;
    this.address = new EvmAddress("0x" + Keys.getAddress(pair));
  }

  @Override
  public EvmAddress address() {
    return address;
  }

  @Override
  public byte[] sign(Hash digest) {
    Sign.SignatureData signed = Sign.signMessage(digest.bytes(), pair, false);
    byte[] signature = Arrays.copyOf(signed.getR(), 65);
    System.arraycopy(signed.getS(), 0, signature, 32, 32);
    signature[64] = signed.getV()[0];
    return signature;
  }

  @Override
  public String toString() {
    return address.hex();
  }
}
