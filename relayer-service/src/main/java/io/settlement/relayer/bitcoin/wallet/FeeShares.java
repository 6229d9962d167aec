// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.relayer.bitcoin.wallet.Spend.Payout;
import java.util.ArrayList;
import java.util.List;

/**
 * Who bears a transaction's fee: each order its own output, and all of them the rest in equal
 * parts; what does not divide is borne by the first ones, a satoshi each. The shares add up to the
 * fee exactly.
 */
final class FeeShares {
  private FeeShares() {}

  static List<Payout> share(List<PayoutOrder> orders, FeeRate rate, long weight) {
    long fee = VaultWeights.fee(rate, weight);
    long own = orders.stream().mapToLong(order -> own(order, rate)).sum();
    long each = (fee - own) / orders.size();
    long remainder = (fee - own) % orders.size();
    List<Payout> payouts = new ArrayList<>();
    for (PayoutOrder order : orders) {
      long one = payouts.size() < remainder ? 1 : 0;
      payouts.add(new Payout(order, own(order, rate) + each + one));
    }
    return payouts;
  }

  private static long own(PayoutOrder order, FeeRate rate) {
    return rate.satsPerKvb() * order.destination().weight() / VaultWeights.OF_KVB;
  }
}
