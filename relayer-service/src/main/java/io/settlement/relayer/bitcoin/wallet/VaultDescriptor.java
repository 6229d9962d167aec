// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Descriptor;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPublicKey;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.ScriptWitness;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a vault holds BTC: the settlement primitive as the wallet, the payout and the cosigners know
 * it. It says which scripts are the vault's, what spending one takes, and from when that may be.
 * There are two: {@link MultisigVault} and {@link TimeLockedVault}; what a third one has to answer
 * is in docs/primitives.md.
 *
 * <p>Branch 0 is for deposits, branch 1 for change. Two vaults are equal when their texts are.
 */
public interface VaultDescriptor {
  /** Addresses that are given out. */
  int DEPOSITS = 0;

  /** Addresses the vault pays itself. */
  int CHANGE = 1;

  /**
   * Reads a descriptor, with or without its checksum; {@code <0;1>} in a key says the same as 0.
   *
   * @throws IllegalArgumentException when it is none of a primitive that is known here, its
   *     checksum is wrong, its keys are not 1 to 15 different public ones of one kind of network, m
   *     is not 1 to n, or a time lock is not 1 to 65535 blocks
   */
  static VaultDescriptor parse(String descriptor) {
    Matcher parts = Pattern.compile("([^#]*)(?:#([a-z0-9]{8}))?").matcher(descriptor.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("the descriptor's checksum is none");
    }
    String text = parts.group(1);
    if (parts.group(2) != null && !parts.group(2).equals(Descriptor.checksum(text))) {
      throw new IllegalArgumentException("the descriptor's checksum is wrong");
    }
    return MultisigVault.read(text)
        .or(() -> TimeLockedVault.read(text))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no descriptor " + MultisigVault.FORM + " or " + TimeLockedVault.FORM));
  }

  /** The descriptor without its checksum: what the vault's id is made of. */
  String text();

  /** Text and checksum, as nodes want it; of one branch. */
  String forNode(int branch);

  /** The vault's number on every chain: SHA-256 of {@link #text()}, unsigned. */
  BigInteger id();

  /** The vault as a handler of its chain. */
  default HandlerId handler(ChainName bitcoin) {
    return HandlerId.of(bitcoin, id());
  }

  /** How many cosigners must sign. */
  int threshold();

  /** How many cosigners there are. */
  int cosigners();

  /** Whether its keys are written for this network. */
  boolean isOf(BitcoinNetwork network);

  /** Whether this is one of its keys. */
  boolean has(ExtendedPublicKey key);

  /**
   * One of its scripts.
   *
   * @param branch {@link #DEPOSITS} or {@link #CHANGE}
   * @param index 0 to 2³¹−1
   */
  VaultScript script(int branch, long index);

  /** What an input says of itself: its nSequence. It always allows a replacement (BIP-125). */
  long sequence();

  /** Weight units of an input's witness, with signatures of their greatest size. */
  long witnessWeight();

  /**
   * Satoshi that a withdrawal bears which is paid alone from one coin, to a destination of the
   * largest kind.
   *
   * @param rate what the transaction pays for its size
   */
  default long feeAlone(FeeRate rate) {
    return VaultWeights.of(this).feeAlone(rate);
  }

  /**
   * What unlocks a coin.
   *
   * @param script its script
   * @param signatures by keys of the script, at least {@link #threshold()}
   */
  ScriptWitness witness(VaultScript script, Map<PublicKey, ByteVector> signatures);

  /**
   * How long a coin rests: it can be spent in no block before the one that is so many above its
   * own. 0 and 1 are the same: any later block.
   */
  int rest();

  /** Blocks that must come after a withdrawal was first seen final before it may be paid. */
  int unbonding();

  /** Whether nobody can spend the change of a transaction that is not mined. */
  default boolean changeRests() {
    return rest() > 0;
  }
}
