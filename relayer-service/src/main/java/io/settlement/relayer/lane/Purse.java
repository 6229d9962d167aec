// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a lane's key can pay. Low: an alarm, and a question to the treasury where there is one. */
final class Purse {
  private static final Logger log = LoggerFactory.getLogger(Purse.class);

  private final Lane lane;
  private final Crew crew;
  private final LaneMeters meters;
  private final Wei low;
  private Instant askedAt = Instant.EPOCH;
  private @Nullable Wei balance;
  private boolean wasLow;

  Purse(Lane lane, Crew crew, LaneMeters meters) {
    this.lane = lane;
    this.crew = crew;
    this.meters = meters;
    this.low = crew.settings().policy(lane.id().chain()).lowBalance();
  }

  /** What the key had when that was asked last; null before. */
  @Nullable Wei balance() {
    return balance;
  }

  /** Asks the chain when that is due, more often while there is little. */
  void look(Instant now) {
    LaneSettings.Patience patience = crew.settings().patience();
    if (askedAt.plus(wasLow ? patience.watch() : patience.balance()).isAfter(now)) {
      return;
    }
    askedAt = now;
    Wei has = lane.chain().balance(lane.key().address());
    balance = has;
    meters.balance(has);
    boolean isLow = has.compareTo(low) < 0;
    if (isLow && !wasLow) {
      log.atError()
          .addKeyValue("lane", lane.id())
          .addKeyValue("submitter", lane.key().address())
          .addKeyValue("balance", has)
          .log("submitter is low on funds");
    }
    wasLow = isLow;
    meters.low(isLow);
    if (isLow) {
      ask(now);
    }
  }

  private void ask(Instant now) {
    ChainName chain = lane.id().chain();
    Optional<LaneKeySettings.Treasury> treasury = crew.treasuries().of(chain);
    if (treasury.isEmpty() || lane.isTreasury()) {
      return;
    }
    LaneKeySettings.Treasury terms = treasury.get();
    boolean asked =
        crew.store().within(() -> crew.topUps().ask(lane, terms.amount(), terms.perDay(), now));
    if (asked) {
      log.atInfo()
          .addKeyValue("lane", lane.id())
          .addKeyValue("amount", terms.amount())
          .log("treasury asked for a top-up");
    }
  }

  /** Whether the key can pay for one full transaction at this price. */
  boolean canPay(FeeDesk.Offer offer) {
    Wei has = balance;
    LaneSettings settings = crew.settings();
    Gas gas = new Gas(settings.batchGasBudget() + settings.gas().reserve());
    return has == null || has.compareTo(gas.at(offer.fees().max())) >= 0;
  }
}
