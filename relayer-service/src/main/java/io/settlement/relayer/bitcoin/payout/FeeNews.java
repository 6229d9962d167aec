// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.VaultEvent.PayoutFees;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a payout would cost now, so that quotes can name it. Asks the node once a minute; says
 * it when it moved by a tenth, and from time to time though it did not: what is old counts no more.
 */
final class FeeNews {
  private static final Duration ASK = Duration.ofMinutes(1);
  private static final Duration REPEAT = Duration.ofMinutes(10);
  private static final long TENTH = 10;

  private final PayoutVault vault;
  private final PayoutSettings settings;
  private final PayoutCoordinator.Office office;
  private Instant asked = Instant.EPOCH;
  private @Nullable PayoutFees told;

  FeeNews(PayoutVault vault, PayoutSettings settings, PayoutCoordinator.Office office) {
    this.vault = vault;
    this.settings = settings;
    this.office = office;
  }

  void tell() {
    Instant now = office.clock().instant();
    if (asked.plus(ASK).isAfter(now)) {
      return;
    }
    FeeRate rate = vault.reader().feeRate(settings.blocks()).atMost(settings.mostRate());
    asked = now;
    if (isNews(rate, now)) {
      PayoutFees fees = fees(rate, now);
      office.transactions().executeWithoutResult(status -> office.telling().tell(List.of(fees)));
      told = fees;
    }
  }

  private boolean isNews(FeeRate rate, Instant now) {
    PayoutFees before = told;
    return before == null
        || !before.at().plus(REPEAT).isAfter(now)
        || Math.abs(rate.satsPerKvb() - before.satsPerKvb()) * TENTH >= before.satsPerKvb();
  }

  private PayoutFees fees(FeeRate rate, Instant now) {
    return new PayoutFees(
        vault.id(),
        rate.satsPerKvb(),
        settings.mostRate().satsPerKvb(),
        settings.blocks(),
        vault.descriptor().feeAlone(rate),
        now);
  }
}
