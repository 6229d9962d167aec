// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.RunFolder;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key of internal tokens, as files hold it.
 *
 * @param signing what the gateway has
 * @param accepting what all others have
 */
public record InternalKeys(String signing, String accepting) {
  private static final int BITS = 2048;
  private static final int SECRET_BYTES = 48;

  /**
   * New ones.
   *
   * @param pair whether the gateway alone can sign; else all have a secret, which builds before
   *     pairs know too
   */
  static InternalKeys fresh(boolean pair) {
    return pair ? pair() : secret();
  }

  /** A pair of which only the gateway can sign. */
  public static InternalKeys pair() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
      pairs.initialize(BITS);
      KeyPair pair = pairs.generateKeyPair();
      return new InternalKeys(
          pem("PRIVATE KEY", pair.getPrivate()), pem("PUBLIC KEY", pair.getPublic()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InternalKeys secret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    String line = Base64.getEncoder().encodeToString(secret) + "\n";
    return new InternalKeys(line, line);
  }

  /** Puts them where {@link #of} finds them. */
  void write(Path folder) {
    RunFolder.writePrivately(signing(folder), signing);
    RunFolder.writePrivately(accepting(folder), accepting);
  }

  /** Which of the files a service reads. */
  static Path of(Path folder, String service) {
    return service.equals("gateway") ? signing(folder) : accepting(folder);
  }

  /** What the gateway reads. */
  public static Path signing(Path folder) {
    return folder.resolve("internal.key");
  }

  /** What all others read. */
  public static Path accepting(Path folder) {
    return folder.resolve("internal.pub");
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  /** Names no key. */
  @Override
  public String toString() {
    return "InternalKeys[]";
  }
}
