// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A vault and those who hold its keys. */
public record TestVault(VaultDescriptor descriptor, List<VaultKey> keys) {

  /** On regtest, with keys of fixed seeds. */
  public static TestVault of(int threshold, int cosigners) {
    return of(threshold, cosigners, 1);
  }

  /** The same, from this seed on: another vault. */
  public static TestVault of(int threshold, int cosigners, int firstSeed) {
    return of("wsh(sortedmulti(" + threshold + ",", "))", cosigners, firstSeed);
  }

  /** Coins rest so many blocks; keys as above. */
  public static TestVault timeLocked(int blocks, int threshold, int cosigners, int firstSeed) {
    String lock = "wsh(and_v(v:older(" + blocks + "),multi(" + threshold + ",";
    return of(lock, ")))", cosigners, firstSeed);
  }

  private static TestVault of(String before, String after, int cosigners, int firstSeed) {
    List<VaultKey> keys =
        IntStream.range(firstSeed, firstSeed + cosigners)
            .mapToObj(n -> VaultKey.ofSeed(seed(n)))
            .toList();
    String text =
        keys.stream()
            .map(key -> key.publicKey(BitcoinNetwork.REGTEST) + "/0/*")
            .collect(Collectors.joining(",", before, after));
    return new TestVault(VaultDescriptor.parse(text), keys);
  }

  /** The seed of a cosigner, 32 bytes. */
  public static byte[] seed(int cosigner) {
    byte[] seed = new byte[32];
    java.util.Arrays.fill(seed, (byte) cosigner);
    return seed;
  }

  /** What enough of them make of it. */
  public VaultPsbt signed(VaultPsbt psbt) {
    VaultPsbt signed = psbt;
    for (VaultKey key : keys.subList(0, descriptor.threshold())) {
      signed = signed.sign(key);
    }
    return signed;
  }
}
