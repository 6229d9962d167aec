// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import fr.acinq.secp256k1.Secp256k1;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** The curve's work. Both ways give the same bytes (RFC 6979, low s). */
interface Signing {
  /** Length of r‖s‖v. */
  int BYTES = 65;

  /** r‖s‖v with v 27 or 28. */
  byte[] sign(byte[] digest);

  /** libsecp256k1 where its library loads on this machine, else Java. */
  static Signing fastest(ECKeyPair pair) {
    try {
      return new Native(Secp256k1.get(), pair);
    } catch (LinkageError | IllegalStateException e) {
      Logger log = LoggerFactory.getLogger(Signing.class);
      log.atWarn()
          .addKeyValue("cause", e.toString())
          .log("no native secp256k1 for this machine; signing happens in Java, far slower");
      return new Java(pair);
    }
  }

  /** libsecp256k1. */
  final class Native implements Signing {
    private static final int V_BASE = 27;

    private final Secp256k1 library;
    private final byte[] secret;
    private final byte[] publicKey;

    Native(Secp256k1 library, ECKeyPair pair) {
      this.library = library;
      this.secret = Numeric.toBytesPadded(pair.getPrivateKey(), 32);
      this.publicKey = library.pubkeyCreate(secret);
    }

    @Override
    public byte[] sign(byte[] digest) {
      byte[] compact = library.sign(digest, secret, null);
      byte[] signature = Arrays.copyOf(compact, BYTES);
      boolean even = Arrays.equals(library.ecdsaRecover(compact, digest, 0), publicKey);
      signature[BYTES - 1] = (byte) (even ? V_BASE : V_BASE + 1);
      return signature;
    }
  }

  /** BouncyCastle through web3j. */
  final class Java implements Signing {
    private final ECKeyPair pair;

    Java(ECKeyPair pair) {
      this.pair = pair;
    }

    @Override
    public byte[] sign(byte[] digest) {
      Sign.SignatureData signed = Sign.signMessage(digest, pair, false);
      byte[] signature = Arrays.copyOf(signed.getR(), BYTES);
      System.arraycopy(signed.getS(), 0, signature, 32, 32);
      signature[BYTES - 1] = signed.getV()[0];
      return signature;
    }
  }
}
