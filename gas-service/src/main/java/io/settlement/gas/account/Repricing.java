// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.TxId;
import io.settlement.gas.GasSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Weighs accounts again that came while a chain of their route had no fresh price. */
@Component
class Repricing {
  private static final int AT_ONCE = 500;

  private final Accounts accounts;
  private final GasSettlement flow;
  private final GasSettings settings;
  private final Clock clock;

  Repricing(Accounts accounts, GasSettlement flow, GasSettings settings, Clock clock) {
    this.accounts = accounts;
    this.flow = flow;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${settlement.gas.sample-interval:5s}")
  @Transactional
  void weighUnpriced() {
    Instant sampledAfter = clock.instant().minus(settings.prices().maxAge());
    List<TxId> priceable = accounts.priceable(sampledAfter, AT_ONCE);
    if (!priceable.isEmpty()) {
      flow.settle(priceable);
    }
  }
}
