// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What gas will cost when a leg is paid, as far as that can be known. */
@Component
public class Outlook {
  private final BaseFees fees;
  private final BlockTimes times;
  private final PriceSettings.Projection settings;
  private final BigDecimal fixed;

  Outlook(BaseFees fees, BlockTimes times, PriceSettings settings, GasSettings gas) {
    this.fees = fees;
    this.times = times;
    this.settings = settings.projection();
    this.fixed = gas.prices().headroom();
  }

  /** A price when the user's own transaction is mined. */
  public Price whenSent(Price now) {
    return after(now, Optional.of(settings.paymentWait()));
  }

  /** A price of the destination when a message is delivered. */
  public Price whenDelivered(Price now, ChainName source) {
    return after(now, untilDelivered(source));
  }

  /** A price of the source when a message's outcome has come home. */
  public Price whenHome(Price now, ChainName source, ChainName destination) {
    return after(now, untilHome(source, destination));
  }

  /** From the quote to the transaction that delivers; empty when it is not known. */
  public Optional<Duration> untilDelivered(ChainName source) {
    return times
        .finalityOf(source)
        .map(settings.paymentWait()::plus)
        .map(settings.deliveryWait()::plus);
  }

  /** From the quote to the transaction that brings the outcome home; empty when it is not known. */
  public Optional<Duration> untilHome(ChainName source, ChainName destination) {
    return untilDelivered(source)
        .flatMap(
            there ->
                times.finalityOf(destination).map(there::plus).map(settings.deliveryWait()::plus));
  }

  private Price after(Price now, Optional<Duration> wait) {
    if (now.baseFee().isZero() || settings.mode() == PriceSettings.Mode.FIXED) {
      return now.withHeadroom(fixed);
    }
    Optional<Integer> blocks = wait.flatMap(time -> blocks(now.chain(), time));
    if (blocks.isEmpty()) {
      return now.withHeadroom(fixed);
    }
    Wei ceiling = Rises.ceiling(now.baseFee(), blocks.get());
    if (settings.mode() == PriceSettings.Mode.CEILING) {
      return now.withBaseFee(ceiling);
    }
    return fees.of(now.chain())
        .after(now.baseFee(), blocks.get())
        .map(now::withBaseFee)
        .orElseGet(() -> lower(now.withHeadroom(fixed), now.withBaseFee(ceiling)));
  }

  private static Price lower(Price one, Price other) {
    return one.baseFee().compareTo(other.baseFee()) <= 0 ? one : other;
  }

  /** At least one, rounded up. */
  private Optional<Integer> blocks(ChainName chain, Duration wait) {
    return times
        .of(chain)
        .map(BlockTimes.Pace::block)
        .filter(Duration::isPositive)
        .map(block -> wait.plus(block).minusNanos(1).dividedBy(block))
        .map(blocks -> Math.clamp(blocks, 1, settings.maxBlocks()));
  }
}
