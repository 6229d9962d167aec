// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Signs reports with Ed25519: it can pay for nothing, and openssl alone verifies what it signs. */
public final class SigningKey {
  private final PrivateKey key;
  private final byte[] publicKey;

  private SigningKey(PrivateKey key, byte[] publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * Reads what {@code openssl genpkey -algorithm ed25519} wrote.
   *
   * @throws IllegalArgumentException when it is another key; the message does not show it
   */
  public static SigningKey read(Path file) throws IOException {
    byte[] encoded = Pem.read(file, "PRIVATE KEY");
    try {
      AsymmetricKeyParameter parsed = PrivateKeyFactory.createKey(encoded);
      if (!(parsed instanceof Ed25519PrivateKeyParameters secret)) {
        throw new IllegalArgumentException(file + " is not a key of Ed25519");
      }
      return new SigningKey(
          KeyFactory.getInstance(Seal.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)),
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(secret.generatePublicKey())
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " is not a key of Ed25519", e);
    }
  }

  /** How others know it: SHA-256 of the public key, in hex. */
  public String id() {
    return CanonicalJson.digest(publicKey);
  }

  /** Signs a report's canonical JSON. */
  public Seal sign(Report report) {
    try {
      Signature signature = Signature.getInstance(Seal.ALGORITHM);
      signature.initSign(key);
      signature.update(report.toJson());
      Base64.Encoder base64 = Base64.getEncoder();
      return new Seal(
          Seal.ALGORITHM,
          id(),
          base64.encodeToString(publicKey),
          base64.encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read signs", e);
    }
  }
}
