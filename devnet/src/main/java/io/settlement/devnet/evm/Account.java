// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.evm;

import fr.acinq.secp256k1.Secp256k1;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.Sign;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key of this local world: a user, a sender, a submitter or a validator.
 *
 * @param keys the pair
 * @param address the account it controls
 */
public record Account(ECKeyPair keys, EvmAddress address) {
  private static final String ANVIL_WORDS =
      "test test test test test test test test test test test junk";
  private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;
  // Cheap to open, because the password is as long as a key and cannot be guessed anyway.
  private static final int SCRYPT_N = 1 << 10;
  private static final int SCRYPT_P = 1;
  private static final @Nullable Secp256k1 NATIVE = loadNative();
  private static final SecureRandom RANDOM = new SecureRandom();

  /** With the address of the pair. */
  public Account(ECKeyPair keys) {
    this(keys, new EvmAddress("0x" + Keys.getAddress(keys)));
  }

  /** One of the accounts that anvil starts with; everybody knows their keys. */
  public static Account ofAnvil(int index) {
    Bip32ECKeyPair master =
        Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(ANVIL_WORDS, ""));
    int[] path = {44 | HARDENED, 60 | HARDENED, HARDENED, 0, index};
    return new Account(
        ECKeyPair.create(Bip32ECKeyPair.deriveKeyPair(master, path).getPrivateKey()));
  }

  /** A new one. */
  public static Account random() {
    try {
      return new Account(Keys.createEcKeyPair(RANDOM));
    } catch (java.security.GeneralSecurityException e) {
      throw new Failure("no key could be made", e);
    }
  }

  /** Reads a keystore file back. */
  public static Account fromKeystore(Path keystore, String password) {
    try {
      Credentials credentials = WalletUtils.loadCredentials(password, keystore.toFile());
      return new Account(credentials.getEcKeyPair());
    } catch (IOException | CipherException e) {
      throw new Failure(keystore + " cannot be opened", e);
    }
  }

  /** Writes the key as an encrypted keystore with a password file beside it. */
  public Keystore store(Path folder, String name) {
    byte[] secret = new byte[24];
    RANDOM.nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    try {
      String json =
          JsonMapper.shared().writeValueAsString(Wallet.create(password, keys, SCRYPT_N, SCRYPT_P));
      return new Keystore(
          RunFolder.writePrivately(folder.resolve(name + ".json"), json),
          RunFolder.writePrivately(folder.resolve(name + ".password"), password));
    } catch (CipherException e) {
      throw new Failure("the key of " + name + " cannot be encrypted", e);
    }
  }

  /** r‖s‖v over a digest, v being 27 or 28. */
  public byte[] sign(Hash digest) {
    Sign.SignatureData signature = signature(digest.bytes());
    byte[] packed = new byte[65];
    System.arraycopy(signature.getR(), 0, packed, 0, 32);
    System.arraycopy(signature.getS(), 0, packed, 32, 32);
    packed[64] = signature.getV()[0];
    return packed;
  }

  /** The private key as anvil and forge want it. */
  public String privateKeyHex() {
    return Numeric.toHexStringWithPrefixZeroPadded(keys.getPrivateKey(), 64);
  }

  Sign.SignatureData signature(byte[] digest) {
    if (NATIVE == null) {
      return Sign.signMessage(digest, keys, false);
    }
    byte[] compact = NATIVE.sign(digest, Numeric.toBytesPadded(keys.getPrivateKey(), 32), null);
    byte[] mine = Numeric.toBytesPadded(keys.getPublicKey(), 64);
    for (int recovery = 0; recovery < 2; recovery++) {
      byte[] found = NATIVE.ecdsaRecover(compact, digest, recovery);
      if (Arrays.equals(found, 1, 65, mine, 0, 64)) {
        return new Sign.SignatureData(
            (byte) (27 + recovery),
            Arrays.copyOfRange(compact, 0, 32),
            Arrays.copyOfRange(compact, 32, 64));
      }
    }
    throw new IllegalStateException("a signature that does not recover");
  }

  private static @Nullable Secp256k1 loadNative() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return linux ? Secp256k1.get() : null;
  }

  @Override
  public String toString() {
    return address.hex();
  }

  /** The address as a number, as handlers on other chains want it. */
  public BigInteger number() {
    return address.toBigInteger();
  }

  /**
   * An encrypted key on disk.
   *
   * @param file the keystore
   * @param passwordFile what opens it
   */
  public record Keystore(Path file, Path passwordFile) {}
}
