// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Validators' signatures, r‖s‖v of 65 bytes (protocol 2.5). */
public final class Signatures {
  /** Length of one. */
  public static final int BYTES = 65;

  private static final int V_BASE = 27;
  private static final BigInteger HALF_ORDER =
      new BigInteger("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0", 16);
  private static final Recovery RECOVERY = Recovery.fastest();

  private Signatures() {}

  /**
   * Who signed. As strict as the verifier contract: v is 27 or 28, s is in the lower half.
   *
   * @throws InvalidValue when nobody can have made this signature
   */
  public static EvmAddress recover(Hash digest, byte[] signature) {
    return recover(RECOVERY, digest, signature);
  }

  static EvmAddress recover(Recovery recovery, Hash digest, byte[] signature) {
    if (signature.length != BYTES) {
      throw new InvalidValue("signature", signature.length + " bytes");
    }
    int parity = signature[BYTES - 1] - V_BASE;
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    if (parity < 0 || parity > 1 || s.compareTo(HALF_ORDER) > 0) {
      throw new InvalidValue("signature", Hex.encode(signature));
    }
    byte[] key = recovery.publicKey(digest.bytes(), Arrays.copyOf(signature, 64), parity);
    byte[] hash = Keccak.bytes(key);
    return EvmAddress.of(Arrays.copyOfRange(hash, 12, 32));
  }

  /**
   * A quorum certificate: one signature after the other, ascending by signer, as the verifier wants
   * them.
   */
  public static byte[] bundle(Map<EvmAddress, byte[]> bySigner) {
    TreeMap<String, byte[]> ascending = new TreeMap<>();
    bySigner.forEach((signer, signature) -> ascending.put(signer.hex(), signature));
    ByteArrayOutputStream bundle = new ByteArrayOutputStream(bySigner.size() * BYTES);
    for (byte[] signature : ascending.values()) {
      if (signature.length != BYTES) {
        throw new InvalidValue("signature", signature.length + " bytes");
      }
      bundle.writeBytes(signature);
    }
    return bundle.toByteArray();
  }
}
