// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Weighs accounts again that came while a chain of their route had no fresh price. */
@Component
class Repricing {
  private static final int AT_ONCE = 500;

  private final Accounts accounts;
  private final GasSettlement flow;

  Repricing(Accounts accounts, GasSettlement flow) {
    this.accounts = accounts;
    this.flow = flow;
  }

  @Scheduled(fixedDelayString = "${settlement.gas.sample-interval:5s}")
  @Transactional
  void weighUnpriced() {
    flow.settle(accounts.unpriced(AT_ONCE));
  }
}
