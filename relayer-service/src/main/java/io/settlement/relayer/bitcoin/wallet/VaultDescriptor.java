// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.Descriptor;
import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPublicKey;
import fr.acinq.bitcoin.KeyPath;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An m-of-n vault, written {@code wsh(sortedmulti(m,xpub/0/*,…))} with or without its checksum.
 * Branch 0 of every key is for deposits, branch 1 for change; {@code <0;1>} says the same.
 */
public final class VaultDescriptor {
  /** Addresses that are given out. */
  public static final int DEPOSITS = 0;

  /** Addresses the vault pays itself. */
  public static final int CHANGE = 1;

  private static final int MOST_KEYS = 15;
  private static final long UINT32 = 0xffffffffL;
  private static final long HARDENED = 0x80000000L;
  private static final Pattern FORM =
      Pattern.compile("(wsh\\(sortedmulti\\((\\d{1,2}),([^()]+)\\)\\))(?:#([a-z0-9]{8}))?");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:\\[([0-9a-f]{8})((?:/\\d+['h]?)*)\\])?([1-9A-HJ-NP-Za-km-z]+)/(?:0|<0;1>)/\\*");

  private final String text;
  private final int threshold;
  private final int prefix;
  private final List<CosignerKey> keys;

  private VaultDescriptor(String text, int threshold, int prefix, List<CosignerKey> keys) {
    this.text = text;
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
   * Reads a descriptor.
   *
   * @throws IllegalArgumentException when it is not such a descriptor, its checksum is wrong, its
   *     keys are not 1 to 15 different public ones of one kind of network, or m is not 1 to n
   */
  public static VaultDescriptor parse(String descriptor) {
    Matcher form = FORM.matcher(descriptor.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("no descriptor wsh(sortedmulti(m,xpub/0/*,…))");
    }
    String text = form.group(1);
    if (form.group(4) != null && !form.group(4).equals(Descriptor.checksum(text))) {
      throw new IllegalArgumentException("the descriptor's checksum is wrong");
    }
    List<CosignerKey> keys = new ArrayList<>();
    Set<PublicKey> different = new HashSet<>();
    Set<Integer> prefixes = new HashSet<>();
    for (String one : form.group(3).split(",", -1)) {
      keys.add(key(one, prefixes));
      different.add(keys.getLast().key().getPublicKey());
    }
    int threshold = Integer.parseInt(form.group(2));
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
    return new VaultDescriptor(text, threshold, prefixes.iterator().next(), keys);
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

  /** The descriptor without its checksum: what the vault's id is made of. */
  public String text() {
    return text;
  }

  /** Text and checksum, as nodes want it; of one branch. */
  public String forNode(int branch) {
    String one = text.replace("/<0;1>/*", "/0/*").replace("/0/*", "/" + branch + "/*");
    return one + "#" + Descriptor.checksum(one);
  }

  /** The vault's number on every chain: SHA-256 of {@link #text()}, unsigned. */
  public BigInteger id() {
    return new BigInteger(1, Crypto.sha256(text.getBytes(UTF_8)));
  }

  /** The vault as a handler of its chain. */
  public HandlerId handler(ChainName bitcoin) {
    return HandlerId.of(bitcoin, id());
  }

  /** How many cosigners must sign. */
  public int threshold() {
    return threshold;
  }

  /** How many cosigners there are. */
  public int cosigners() {
    return keys.size();
  }

  /** Whether its keys are written for this network. */
  public boolean isOf(BitcoinNetwork network) {
    return prefix
        == (network == BitcoinNetwork.MAIN ? DeterministicWallet.xpub : DeterministicWallet.tpub);
  }

  /** Whether this is one of its keys. */
  public boolean has(ExtendedPublicKey key) {
    return keys.stream()
        .anyMatch(
            one ->
                one.key().getPublicKey().equals(key.getPublicKey())
                    && one.key().chaincode.equals(key.chaincode));
  }

  /**
   * One of its scripts.
   *
   * @param branch {@link #DEPOSITS} or {@link #CHANGE}
   * @param index 0 to 2³¹−1
   */
  public VaultScript script(int branch, long index) {
    if ((branch != DEPOSITS && branch != CHANGE) || index < 0 || index >= HARDENED) {
      throw new IllegalArgumentException("no script " + branch + "/" + index);
    }
    Map<PublicKey, KeyPathWithMaster> paths = new LinkedHashMap<>();
    keys.stream()
        .sorted(Comparator.comparing(one -> one.at(branch, index).toHex()))
        .forEach(one -> paths.put(one.at(branch, index), one.path(branch, index)));
    List<PublicKey> sorted = List.copyOf(paths.keySet());
    return new VaultScript(
        branch, index, sorted, paths, Script.createMultiSigMofN(threshold, sorted));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VaultDescriptor vault && vault.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
