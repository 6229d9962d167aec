// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.RouteId;

/**
 * Bitcoin, where nobody prepays and no gas is paid: a payout's network fee is deducted from its
 * amount, and a deposit's outcome needs no transaction there. Contracts and registry know it by
 * this one name.
 */
public final class CoinChain {
  private static final ChainName BITCOIN = new ChainName("Bitcoin");

  private CoinChain() {}

  /** Whether a chain is Bitcoin. */
  public static boolean is(ChainName chain) {
    return chain.equals(BITCOIN);
  }

  /** Whether messages of a route are sent by paying a vault. */
  public static boolean sends(RouteId route) {
    return is(route.from().chain());
  }

  /** Whether messages of a route are paid out by a vault. */
  public static boolean pays(RouteId route) {
    return is(route.to().chain());
  }
}
