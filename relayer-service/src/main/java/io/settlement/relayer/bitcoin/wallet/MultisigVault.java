// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first primitive: m of n keys, sorted in each script, at any time. */
final class MultisigVault extends KeyedVault {
  static final String FORM = "wsh(sortedmulti(m,xpub/0/*,…))";

  private static final long REPLACEABLE = 0xfffffffdL;
  private static final Pattern PATTERN =
      Pattern.compile("wsh\\(sortedmulti\\((\\d{1,2}),([^()]+)\\)\\)");

  private MultisigVault(String text, CosignerKeys keys) {
    super(text, keys);
  }

  /** Empty when it is another kind of descriptor. */
  static Optional<VaultDescriptor> read(String text) {
    Matcher form = PATTERN.matcher(text);
    return form.matches()
        ? Optional.of(
            new MultisigVault(
                text, CosignerKeys.read(Integer.parseInt(form.group(1)), form.group(2))))
        : Optional.empty();
  }

  @Override
  List<PublicKey> ordered(List<PublicKey> asInDescriptor) {
    return asInDescriptor.stream().sorted(Comparator.comparing(PublicKey::toHex)).toList();
  }

  @Override
  List<ScriptElt> locked(List<PublicKey> ordered) {
    return Script.createMultiSigMofN(threshold(), ordered);
  }

  @Override
  public long sequence() {
    return REPLACEABLE;
  }

  @Override
  public long witnessWeight() {
    return VaultWeights.witness(threshold(), VaultWeights.multisig(cosigners()));
  }

  @Override
  public int rest() {
    return 0;
  }

  @Override
  public int unbonding() {
    return 0;
  }
}
