// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPublicKey;
import fr.acinq.bitcoin.KeyPath;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The extended public keys of a descriptor, in its order, and how many of them must sign. */
final class CosignerKeys {
  private static final int MOST_KEYS = 15;
  private static final long UINT32 = 0xffffffffL;
  private static final long HARDENED = 0x80000000L;
  private static final Pattern KEY =
      Pattern.compile(
          "(?:\\[([0-9a-f]{8})((?:/\\d+['h]?)*)\\])?([1-9A-HJ-NP-Za-km-z]+)/(?:0|<0;1>)/\\*");

  private final int threshold;
  private final int prefix;
  private final List<CosignerKey> keys;

  private CosignerKeys(int threshold, int prefix, List<CosignerKey> keys) {
    this.threshold = threshold;
    this.prefix = prefix;
    this.keys = List.copyOf(keys);
  }

  /** A cosigner's public side: where its master key is, and the key of the descriptor. */
  private record CosignerKey(long master, KeyPath origin, ExtendedPublicKey key) {
    PublicKey at(int branch, long index) {
      return key.derivePublicKey(List.of((long) branch, index)).getPublicKey();
    }

    KeyPathWithMaster path(int branch, long index) {
      return new KeyPathWithMaster(master, origin.append(List.of((long) branch, index)));
    }
  }

  /**
   * Reads {@code m} and {@code xpub/0/*,…}.
   *
   * @throws IllegalArgumentException as {@link VaultDescriptor#parse} says
   */
  static CosignerKeys read(int threshold, String list) {
    List<CosignerKey> keys = new ArrayList<>();
    Set<PublicKey> different = new HashSet<>();
    Set<Integer> prefixes = new HashSet<>();
    for (String one : list.split(",", -1)) {
      keys.add(key(one, prefixes));
      different.add(keys.getLast().key().getPublicKey());
    }
    boolean sound =
        threshold >= 1
            && threshold <= keys.size()
            && keys.size() <= MOST_KEYS
            && different.size() == keys.size()
            && prefixes.size() == 1;
    if (!sound) {
      throw new IllegalArgumentException(
          threshold + " of " + keys.size() + " keys, " + different.size() + " of them different");
    }
    return new CosignerKeys(threshold, prefixes.iterator().next(), keys);
  }

  private static CosignerKey key(String text, Set<Integer> prefixes) {
    Matcher form = KEY.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("no key of a vault: [origin]xpub/0/* is expected");
    }
    var decoded = decode(form.group(3));
    int prefix = decoded.getFirst();
    if (prefix != DeterministicWallet.xpub && prefix != DeterministicWallet.tpub) {
      throw new IllegalArgumentException("a vault's key must be an xpub or a tpub");
    }
    prefixes.add(prefix);
    ExtendedPublicKey key = decoded.getSecond();
    boolean hasOrigin = form.group(1) != null;
    return new CosignerKey(
        hasOrigin
            ? Long.parseLong(form.group(1), 16)
            : DeterministicWallet.fingerprint(key) & UINT32,
        hasOrigin ? path(form.group(2)) : new KeyPath(List.of()),
        key);
  }

  private static kotlin.Pair<Integer, ExtendedPublicKey> decode(String text) {
    try {
      return ExtendedPublicKey.decode(text, new KeyPath(List.of()));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("a key of the descriptor is no extended public key", e);
    }
  }

  private static KeyPath path(String text) {
    List<Long> path = new ArrayList<>();
    for (String step : text.split("/", -1)) {
      if (!step.isEmpty()) {
        boolean hardened = !Character.isDigit(step.charAt(step.length() - 1));
        String number = hardened ? step.substring(0, step.length() - 1) : step;
        path.add(Long.parseLong(number) + (hardened ? HARDENED : 0));
      }
    }
    return new KeyPath(path);
  }

  int threshold() {
    return threshold;
  }

  int count() {
    return keys.size();
  }

  boolean isOf(BitcoinNetwork network) {
    return prefix
        == (network == BitcoinNetwork.MAIN ? DeterministicWallet.xpub : DeterministicWallet.tpub);
  }

  boolean has(ExtendedPublicKey key) {
    return keys.stream()
        .anyMatch(
            one ->
                one.key().getPublicKey().equals(key.getPublicKey())
                    && one.key().chaincode.equals(key.chaincode));
  }

  /** The keys of one script in the descriptor's order, and where each comes from. */
  Map<PublicKey, KeyPathWithMaster> at(int branch, long index) {
    if (index < 0 || index >= HARDENED) {
      throw new IllegalArgumentException("no script " + branch + "/" + index);
    }
    Map<PublicKey, KeyPathWithMaster> paths = new LinkedHashMap<>();
    keys.forEach(one -> paths.put(one.at(branch, index), one.path(branch, index)));
    return paths;
  }
}
