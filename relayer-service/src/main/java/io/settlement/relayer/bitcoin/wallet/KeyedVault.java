// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.Descriptor;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPublicKey;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A vault whose scripts end in m of n keys derived alike: what all such have in common. */
abstract class KeyedVault implements VaultDescriptor {
  private final String text;
  private final CosignerKeys keys;

  KeyedVault(String text, CosignerKeys keys) {
    this.text = text;
    this.keys = keys;
  }

  /** The order of a script's keys. */
  abstract List<PublicKey> ordered(List<PublicKey> asInDescriptor);

  /** What is revealed when a coin is spent. */
  abstract List<ScriptElt> locked(List<PublicKey> ordered);

  @Override
  public final String text() {
    return text;
  }

  @Override
  public final String forNode(int branch) {
    String one = text.replace("/<0;1>/*", "/0/*").replace("/0/*", "/" + branch + "/*");
    return one + "#" + Descriptor.checksum(one);
  }

  @Override
  public final BigInteger id() {
    return new BigInteger(1, Crypto.sha256(text.getBytes(UTF_8)));
  }

  @Override
  public final int threshold() {
    return keys.threshold();
  }

  @Override
  public final int cosigners() {
    return keys.count();
  }

  @Override
  public final boolean isOf(BitcoinNetwork network) {
    return keys.isOf(network);
  }

  @Override
  public final boolean has(ExtendedPublicKey key) {
    return keys.has(key);
  }

  @Override
  public final VaultScript script(int branch, long index) {
    if (branch != DEPOSITS && branch != CHANGE) {
      throw new IllegalArgumentException("no script " + branch + "/" + index);
    }
    Map<PublicKey, KeyPathWithMaster> paths = keys.at(branch, index);
    List<PublicKey> ordered = ordered(List.copyOf(paths.keySet()));
    return new VaultScript(branch, index, ordered, paths, locked(ordered));
  }

  /** As the keys stand in the script; nothing unlocks {@code older} but the input's sequence. */
  @Override
  public final ScriptWitness witness(VaultScript script, Map<PublicKey, ByteVector> signatures) {
    List<ByteVector> stack = new ArrayList<>();
    stack.add(ByteVector.empty);
    script.keys().stream()
        .filter(signatures::containsKey)
        .limit(threshold())
        .forEach(key -> stack.add(signatures.get(key)));
    stack.add(new ByteVector(Script.write((List<? extends ScriptElt>) script.witness())));
    return new ScriptWitness(stack);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof KeyedVault vault && vault.text.equals(text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  @Override
  public final String toString() {
    return text;
  }
}
