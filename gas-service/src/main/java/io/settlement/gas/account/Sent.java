// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.gas.cost.Size;
import java.time.Instant;

/**
 * What the source said of a message when it was final.
 *
 * @param time of its block
 * @param sender whose account is charged first
 */
record Sent(RouteId route, Instant time, Size size, EvmAddress sender) {

  ChainName source() {
    return route.from().chain();
  }

  ChainName destination() {
    return route.to().chain();
  }

  /** Whether it is the account a sender has where he sends. */
  boolean isOfSender(VaultAccount account) {
    return account.chain.equals(source()) && account.payer.equals(sender);
  }
}
