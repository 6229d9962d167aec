// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import io.settlement.events.value.EvmAddress;
import java.nio.file.Path;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Where a key is: in a keystore file on this machine, or with a remote signer. */
public sealed interface KeySource {

  /**
   * Makes the key ready; a remote signer is asked for it when it first has to sign.
   *
   * @param tls what to trust and to show to an https signer, by the name its settings give
   * @throws KeystoreUnreadable when it is in a file that does not give it
   */
  SubmitterKey open(Function<String, SSLContext> tls);

  /**
   * What was configured.
   *
   * @param whose names the key in the error
   * @param keystore an encrypted keystore file
   * @param passwordFile the file with its password
   * @param address the account of the key that a remote signer holds
   * @param remoteSigner who holds it
   * @throws IllegalArgumentException when that is not exactly one place
   */
  static KeySource of(
      String whose,
      @Nullable Path keystore,
      @Nullable Path passwordFile,
      @Nullable EvmAddress address,
      @Nullable RemoteSignerSettings remoteSigner) {
    boolean namesFile = keystore != null || passwordFile != null;
    boolean namesSigner = address != null || remoteSigner != null;
    if (namesFile != namesSigner) {
      if (keystore != null && passwordFile != null) {
        return new File(keystore, passwordFile);
      }
      if (address != null && remoteSigner != null) {
        return new Remote(address, remoteSigner);
      }
    }
    throw new IllegalArgumentException(
        whose + ": either keystore and password-file, or address and remote-signer");
  }

  /** In a file. */
  record File(Path keystore, Path passwordFile) implements KeySource {
    @Override
    public SubmitterKey open(Function<String, SSLContext> tls) {
      return Keystores.load(keystore, passwordFile);
    }
  }

  /** With a signer. */
  record Remote(EvmAddress address, RemoteSignerSettings signer) implements KeySource {
    @Override
    public SubmitterKey open(Function<String, SSLContext> tls) {
      return RemoteKey.open(address, signer, tls);
    }
  }
}
