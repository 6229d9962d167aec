// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import java.math.BigInteger;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Sign;

/** Finds the public key that made a signature. */
interface Recovery {

  /**
   * @param compact r and s, 64 bytes
   * @param parity 0 or 1
   * @return x and y, 64 bytes
   * @throws InvalidValue when no key can have made it
   */
  byte[] publicKey(byte[] digest, byte[] compact, int parity);

  /** libsecp256k1 where its library loads on this machine, else Java. */
  static Recovery fastest() {
    Logger log = LoggerFactory.getLogger(Recovery.class);
    try {
      Secp256k1 library = Secp256k1.get();
      return new Native(library);
    } catch (LinkageError | RuntimeException e) {
      log.atWarn()
          .addKeyValue("cause", e.toString())
          .log("no native secp256k1 for this machine; signatures are checked in Java, far slower");
      return new Java();
    }
  }

  /** libsecp256k1. */
  record Native(Secp256k1 library) implements Recovery {
    @Override
    public byte[] publicKey(byte[] digest, byte[] compact, int parity) {
      try {
        byte[] key = library.ecdsaRecover(compact, digest, parity);
        return Arrays.copyOfRange(key, 1, key.length);
      } catch (Secp256k1Exception e) {
        throw new InvalidValue("signature", Hex.encode(compact));
      }
    }
  }

  /** BouncyCastle through web3j. */
  record Java() implements Recovery {
    @Override
    public byte[] publicKey(byte[] digest, byte[] compact, int parity) {
      ECDSASignature signature =
          new ECDSASignature(
              new BigInteger(1, Arrays.copyOf(compact, 32)),
              new BigInteger(1, Arrays.copyOfRange(compact, 32, 64)));
      try {
        BigInteger key = Sign.recoverFromSignature(parity, signature, digest);
        if (key != null) {
          return halves(key);
        }
      } catch (RuntimeException e) {
        throw new InvalidValue("signature", Hex.encode(compact));
      }
      throw new InvalidValue("signature", Hex.encode(compact));
    }

    private static byte[] halves(BigInteger key) {
      byte[] bytes = key.toByteArray();
      byte[] halves = new byte[64];
      int length = Math.min(bytes.length, halves.length);
      System.arraycopy(bytes, bytes.length - length, halves, halves.length - length, length);
      return halves;
    }
  }
}
