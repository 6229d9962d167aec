// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hash;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.jcajce.provider.digest.Keccak.Digest256;

/** The hash of the EVM. */
final class Keccak {

  private Keccak() {}

  /** Of the parts one after the other. */
  static byte[] bytes(byte[]... parts) {
    Digest256 digest = new Digest256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** Of the UTF-8 bytes. */
  static byte[] text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Topic0 of an event. */
  static Hash topic(String signature) {
    return Hash.of(text(signature));
  }
}
