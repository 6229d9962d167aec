// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.settlement.chain.contract.GasPriceServiceAbi;
import io.settlement.chain.contract.Signable;
import io.settlement.chain.keys.SigningKey;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import java.time.Instant;
import java.util.List;

/** The key that the price contracts know as a price signer. */
record PriceKey(SigningKey key) {

  /**
   * Signs a publication.
   *
   * @param target whose contract it is for
   * @param round unix second of the observation
   */
  PricesSigned sign(Target target, List<SignedPrice> prices, long round, Instant now) {
    Signable form =
        GasPriceServiceAbi.publication(target.chainId(), target.contract(), prices, round);
    return new PricesSigned(
        target.chain(), target.contract(), prices, round, Hex.encode(key.sign(form)), now);
  }

  /** A price contract. */
  record Target(ChainName chain, long chainId, EvmAddress contract) {}
}
