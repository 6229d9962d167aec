// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import org.web3j.utils.Numeric;

/** Opens web3 secret storage files (version 3). */
public final class Keystores {
  private static final int SECRET_BYTES = 32;

  private Keystores() {}

  /**
   * Opens a keystore. Takes a moment on purpose: the file is protected by a slow key derivation.
   *
   * @param passwordFile holds the password; a line end after it is not part of it
   * @throws KeystoreUnreadable when a file is missing or the password does not open the keystore
   */
  public static KeystoreKey load(Path keystore, Path passwordFile) {
    return new KeystoreKey(credentials(keystore, passwordFile).getEcKeyPair());
  }

  /**
   * The 32 bytes a keystore protects, for keys that are more than one account. Whoever takes them
   * overwrites them after use.
   *
   * @param passwordFile holds the password; a line end after it is not part of it
   * @throws KeystoreUnreadable when a file is missing or the password does not open the keystore
   */
  public static byte[] secret(Path keystore, Path passwordFile) {
    BigInteger secret = credentials(keystore, passwordFile).getEcKeyPair().getPrivateKey();
    return Numeric.toBytesPadded(secret, SECRET_BYTES);
  }

  private static Credentials credentials(Path keystore, Path passwordFile) {
    String password = password(passwordFile);
    if (!Files.isReadable(keystore)) {
      throw new KeystoreUnreadable("keystore " + keystore + " is missing or not readable");
    }
    try {
      return WalletUtils.loadCredentials(password, keystore.toFile());
    } catch (CipherException e) {
      throw new KeystoreUnreadable(
          "keystore " + keystore + " does not open with the password in " + passwordFile);
    } catch (IOException | RuntimeException e) {
      throw new KeystoreUnreadable("keystore " + keystore + " is not a version 3 keystore file");
    }
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).stripTrailing();
    } catch (IOException e) {
      throw new KeystoreUnreadable("password file " + file + " is missing or not readable");
    }
  }
}
