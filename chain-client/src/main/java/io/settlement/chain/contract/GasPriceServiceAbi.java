// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.PriceEvent.SignedPrice;
import java.util.List;

/** The price contract: takes what a price signer observed, brought by anybody. */
public final class GasPriceServiceAbi {
  private static final byte[] PUBLISH =
      Abi.selector("publish((string,uint96,uint96,uint64,uint128)[],uint64,bytes)");

  private GasPriceServiceAbi() {}

  /**
   * Calldata that brings prices.
   *
   * @param round unix second of the observation
   * @param signature 65 bytes by a price signer
   */
  public static byte[] publish(List<SignedPrice> prices, long round, byte[] signature) {
    return Abi.call(
        PUBLISH,
        Abi.array(prices.stream().map(GasPriceServiceAbi::member).toList()),
        Abi.uint(round),
        Abi.bytes(signature));
  }

  private static Abi member(SignedPrice price) {
    return Abi.tuple(
        Abi.string(price.chain().value()),
        Abi.uint(price.baseFee().value()),
        Abi.uint(price.priorityFee().value()),
        Abi.uint(price.gasPerByte().value()),
        Abi.uint(price.rate()));
  }
}
