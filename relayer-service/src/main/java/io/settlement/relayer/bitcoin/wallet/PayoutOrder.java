// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.events.value.TxId;
import java.util.Comparator;

/**
 * A withdrawal that is to be paid.
 *
 * @param txid of its message
 * @param amount satoshi in escrow; what is paid and its share of the fee add up to it
 */
public record PayoutOrder(TxId txid, Destination destination, long amount) {
  /** The order of outputs: by message. */
  public static final Comparator<PayoutOrder> BY_MESSAGE =
      Comparator.comparing(order -> order.txid().hex());
}
