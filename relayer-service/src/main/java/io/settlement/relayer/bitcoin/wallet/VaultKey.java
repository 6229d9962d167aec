// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPrivateKey;
import fr.acinq.bitcoin.PrivateKey;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.keys.Keystores;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One cosigner's share of a vault: an extended private key. Its text form is its fingerprint. */
public final class VaultKey {
  private static final long UINT32 = 0xffffffffL;

  private final ExtendedPrivateKey key;

  private VaultKey(ExtendedPrivateKey key) {
    this.key = key;
  }

  /** The BIP-32 master of a seed, 16 to 64 bytes. */
  public static VaultKey ofSeed(byte[] seed) {
    return new VaultKey(DeterministicWallet.generate(seed));
  }

  /**
   * Opens an encrypted seed: a version 3 keystore file, whose 32 secret bytes are the seed.
   *
   * @param passwordFile holds the password
   * @throws io.settlement.chain.keys.KeystoreUnreadable when it does not open
   */
  public static VaultKey load(Path keystore, Path passwordFile) {
    byte[] seed = Keystores.secret(keystore, passwordFile);
    try {
      return ofSeed(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /** Its public side, as a descriptor of this network writes it. */
  public String publicKey(BitcoinNetwork network) {
    return DeterministicWallet.encode(
        DeterministicWallet.publicKey(key),
        network == BitcoinNetwork.MAIN ? DeterministicWallet.xpub : DeterministicWallet.tpub);
  }

  /** Whether it is one of the vault's cosigners. */
  public boolean belongsTo(VaultDescriptor vault) {
    return vault.has(DeterministicWallet.publicKey(key));
  }

  /** BIP-32 fingerprint, 8 hexadecimal digits: names the cosigner. */
  public String fingerprint() {
    return String.format("%08x", DeterministicWallet.fingerprint(key) & UINT32);
  }

  PrivateKey at(int branch, long index) {
    return DeterministicWallet.derivePrivateKey(key, List.of((long) branch, index)).getPrivateKey();
  }

  @Override
  public String toString() {
    return fingerprint();
  }
}
