// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A report's signature, kept beside it. It says that the report is unchanged since somebody with
 * this key signed it; who that is, whoever reads must know.
 *
 * @param algorithm {@value #ALGORITHM}
 * @param key SHA-256 of the public key, in hex
 * @param publicKey SubjectPublicKeyInfo in base 64
 * @param signature of the report's canonical JSON, in base 64
 */
public record Seal(String algorithm, String key, String publicKey, String signature) {
  /** The only one there is. */
  public static final String ALGORITHM = "Ed25519";

  /** Refuses one that names another key than it holds. */
  public Seal {
    if (!algorithm.equals(ALGORITHM)) {
      throw new IllegalArgumentException("signed with " + algorithm + ", not " + ALGORITHM);
    }
    if (!key.equals(CanonicalJson.digest(Base64.getDecoder().decode(publicKey)))) {
      throw new IllegalArgumentException("the signature's key has another id");
    }
  }

  /** Canonical JSON. */
  public byte[] toJson() {
    return CanonicalJson.write(this);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Seal parse(byte[] json) {
    return CanonicalJson.read(json, Seal.class);
  }

  /**
   * The id of a public key as openssl writes it.
   *
   * @throws IllegalArgumentException when there is none in the file
   */
  public static String idOf(Path publicKeyFile) throws IOException {
    return CanonicalJson.digest(Pem.read(publicKeyFile, "PUBLIC KEY"));
  }

  /**
   * Whether its key signed this report.
   *
   * @param report JSON, however it is spelt
   * @throws IllegalArgumentException when it is no JSON, or the key no key
   */
  public boolean isOf(byte[] report) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(decoded());
      verifier.update(CanonicalJson.canonical(report));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (SignatureException e) {
      // Not even of a signature's length.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the signature's key is no key of Ed25519", e);
    }
  }

  private PublicKey decoded() throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
  }
}
