// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import fr.acinq.bitcoin.Bitcoin;
import fr.acinq.bitcoin.BitcoinError;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import fr.acinq.bitcoin.utils.Either;
import io.settlement.events.value.Hex;
import java.util.List;
import java.util.Optional;

/** Addresses and the scripts they stand for: P2PKH, P2SH, P2WPKH, P2WSH, P2TR. */
public final class BitcoinAddresses {
  private BitcoinAddresses() {}

  /**
   * The script that pays to an address.
   *
   * @return 0x and the script's bytes; empty when the text is no address of this network
   */
  public static Optional<String> scriptOf(BitcoinNetwork network, String address) {
    try {
      Either<BitcoinError, List<ScriptElt>> script =
          Bitcoin.addressToPublicKeyScript(network.chainHash(), address);
      return Optional.ofNullable(script.getRight()).map(Script::write).map(Hex::encode);
    } catch (RuntimeException e) {
      // The library throws on some texts that are far from an address.
      return Optional.empty();
    }
  }

  /**
   * The address of a script.
   *
   * @param script 0x and the script's bytes
   * @return empty when the script is of a kind that has no address
   */
  public static Optional<String> addressOf(BitcoinNetwork network, String script) {
    Either<BitcoinError, String> address =
        Bitcoin.addressFromPublicKeyScript(network.chainHash(), Hex.decode(script));
    return Optional.ofNullable(address.getRight());
  }
}
