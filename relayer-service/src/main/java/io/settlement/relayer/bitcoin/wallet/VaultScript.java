// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.Hex;
import java.util.List;
import java.util.Map;

/**
 * One script of a vault.
 *
 * @param branch {@link VaultDescriptor#DEPOSITS} or {@link VaultDescriptor#CHANGE}
 * @param index its place in the branch
 * @param keys who may sign, in the order of the script
 * @param paths where each key comes from
 * @param witness what is revealed when it is spent
 */
public record VaultScript(
    int branch,
    long index,
    List<PublicKey> keys,
    Map<PublicKey, KeyPathWithMaster> paths,
    List<ScriptElt> witness) {

  /** What outputs carry. */
  public ByteVector output() {
    return new ByteVector(Script.write(Script.pay2wsh(witness)));
  }

  /** Its address on this network. */
  public String address(BitcoinNetwork network) {
    return BitcoinAddresses.addressOf(network, Hex.encode(output().toByteArray())).orElseThrow();
  }
}
