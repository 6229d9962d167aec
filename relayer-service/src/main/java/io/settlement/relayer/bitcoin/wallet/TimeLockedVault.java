// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.OP_CHECKSEQUENCEVERIFY;
import fr.acinq.bitcoin.OP_PUSHDATA;
import fr.acinq.bitcoin.OP_VERIFY;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The second primitive, for staked BTC: m of n keys, in the order of the descriptor, when the coin
 * is N blocks old (BIP-68, BIP-112). A withdrawal is paid no earlier than N blocks after it was
 * first seen final; the coins' age is what the chain itself enforces.
 *
 * <p>What it pays itself rests as well: a transaction that is not mined has no child that could pay
 * for it, and is made worth more by replacing it.
 */
final class TimeLockedVault extends KeyedVault {
  static final String FORM = "wsh(and_v(v:older(N),multi(m,xpub/0/*,…)))";

  /** BIP-68 counts blocks in 16 bits. */
  private static final int MOST_BLOCKS = 0xffff;

  /** Numbers up to this are operations of their own. */
  private static final int MOST_SIMPLE = 16;

  private static final int CHECK_AND_VERIFY = 2;
  private static final Pattern PATTERN =
      Pattern.compile(
          "wsh\\(and_v\\(v:older\\(([1-9]\\d{0,9})\\),multi\\((\\d{1,2}),([^()]+)\\)\\)\\)");

  private final int blocks;

  private TimeLockedVault(String text, CosignerKeys keys, int blocks) {
    super(text, keys);
    this.blocks = blocks;
  }

  /** Empty when it is another kind of descriptor. */
  static Optional<VaultDescriptor> read(String text) {
    Matcher form = PATTERN.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long blocks = Long.parseLong(form.group(1));
    if (blocks > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "older(" + blocks + ") is no number of blocks, 1 to " + MOST_BLOCKS);
    }
    CosignerKeys keys = CosignerKeys.read(Integer.parseInt(form.group(2)), form.group(3));
    return Optional.of(new TimeLockedVault(text, keys, (int) blocks));
  }

  @Override
  List<PublicKey> ordered(List<PublicKey> asInDescriptor) {
    return asInDescriptor;
  }

  @Override
  List<ScriptElt> locked(List<PublicKey> ordered) {
    List<ScriptElt> script = new ArrayList<>();
    script.add(number());
    script.add(OP_CHECKSEQUENCEVERIFY.INSTANCE);
    script.add(OP_VERIFY.INSTANCE);
    script.addAll(Script.createMultiSigMofN(threshold(), ordered));
    return script;
  }

  private ScriptElt number() {
    return blocks <= MOST_SIMPLE
        ? Script.fromSimpleValue((byte) blocks)
        : new OP_PUSHDATA(Script.encodeNumber(blocks));
  }

  /** Relative to each coin's own block. */
  @Override
  public long sequence() {
    return blocks;
  }

  @Override
  public long witnessWeight() {
    long lock = (long) Script.write(List.of(number())).length + CHECK_AND_VERIFY;
    return VaultWeights.witness(threshold(), lock + VaultWeights.multisig(cosigners()));
  }

  @Override
  public int rest() {
    return blocks;
  }

  @Override
  public int unbonding() {
    return blocks;
  }
}
