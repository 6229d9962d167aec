// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import fr.acinq.bitcoin.DeterministicWallet;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.WorldFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cosigners' keys of a world, one for each validator, and the vaults they guard together: two
 * of three for what is redeemed at once, all three, and only after a while, for what is locked.
 */
final class VaultKeys {
  /** What is redeemed at once. */
  static final String BTC = "btc";

  /** What is locked. */
  static final String LOCKED_BTC = "lockedBtc";

  /** Blocks that locked coins rest, and that their withdrawals are bound. */
  private static final int RESTS = 10;

  private final List<Keyring.Holder> cosigners;

  VaultKeys(List<Keyring.Holder> cosigners) {
    this.cosigners = List.copyOf(cosigners);
  }

  /** The key of a validator, counted from 1. */
  Keyring.Holder cosigner(int number) {
    return cosigners.get(number - 1);
  }

  /** By the primitive they stand behind. */
  Map<String, WorldFile.Vault> vaults() {
    String keys = cosigners.stream().map(VaultKeys::publicKey).collect(Collectors.joining(","));
    int all = cosigners.size();
    return Map.of(
        BTC, vault("wsh(sortedmulti(%d,%s))".formatted(all - 1, keys)),
        LOCKED_BTC, vault("wsh(and_v(v:older(%d),multi(%d,%s)))".formatted(RESTS, all, keys)));
  }

  private static WorldFile.Vault vault(String descriptor) {
    return new WorldFile.Vault(idOf(descriptor), descriptor);
  }

  /** Its secret is the seed of a BIP-32 key, whose public side stands in the descriptor. */
  private static String publicKey(Keyring.Holder holder) {
    byte[] seed = HexFormat.of().parseHex(privateKey(holder.account()));
    var key = DeterministicWallet.publicKey(DeterministicWallet.generate(seed));
    return DeterministicWallet.encode(key, DeterministicWallet.tpub) + "/0/*";
  }

  private static String privateKey(Account account) {
    String hex = account.privateKeyHex();
    return hex.startsWith("0x") ? hex.substring(2) : hex;
  }

  private static String idOf(String descriptor) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(descriptor.getBytes(StandardCharsets.UTF_8));
      return "0x" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
