// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.events.PriceEvent.PriceSampled;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.kit.outbox.Outbox;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks each chain what gas costs, keeps the answer, and publishes it when it moved. */
@Component
class PriceSampler {
  private static final Logger log = LoggerFactory.getLogger(PriceSampler.class);

  private final ChainNodes nodes;
  private final PriceReader reader;
  private final Prices prices;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final GasSettings settings;
  private final Set<ChainName> busy = ConcurrentHashMap.newKeySet();

  PriceSampler(
      ChainNodes nodes,
      PriceReader reader,
      Prices prices,
      Outbox outbox,
      TransactionTemplate transaction,
      GasSettings settings) {
    this.nodes = nodes;
    this.reader = reader;
    this.prices = prices;
    this.outbox = outbox;
    this.transaction = transaction;
    this.settings = settings;
  }

  /** Each chain on its own thread, so that a slow node ages only its own chain's price. */
  @Scheduled(fixedRateString = "${settlement.gas.sample-interval:5s}")
  void sampleAll() {
    for (ChainName chain : nodes.chains()) {
      if (busy.add(chain)) {
        Thread.ofVirtual().name("price-" + chain).start(() -> sampleGuarded(chain));
      }
    }
  }

  private void sampleGuarded(ChainName chain) {
    try {
      nodes.of(chain).ifPresent(this::sample);
    } catch (ChainException e) {
      log.atWarn().addKeyValue("chain", chain).log("no price: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.atError().addKeyValue("chain", chain).setCause(e).log("price not sampled");
    } finally {
      busy.remove(chain);
    }
  }

  void sample(EvmReader chain) {
    reader.read(chain).ifPresent(price -> transaction.executeWithoutResult(status -> keep(price)));
  }

  void keep(Price price) {
    PriceSampled fact =
        new PriceSampled(
            price.chain(),
            price.baseFee(),
            price.priorityFee(),
            price.gasPerByte(),
            price.nativeUsd(),
            price.sampledAt());
    PriceSampled last = prices.lastPublished(price.chain()).orElse(null);
    if (last != null && !isNews(last, fact)) {
      prices.keep(price, last);
      return;
    }
    prices.keep(price, fact);
    outbox.append(fact);
  }

  private boolean isNews(PriceSampled last, PriceSampled now) {
    return !last.at().plus(settings.prices().heartbeat()).isAfter(now.at())
        || last.nativeUsd().compareTo(now.nativeUsd()) != 0
        || moved(last.baseFee(), now.baseFee())
        || moved(last.priorityFee(), now.priorityFee())
        || moved(last.gasPerByte(), now.gasPerByte());
  }

  /** A change at all, and of at least the configured share of the old value. */
  private boolean moved(Wei before, Wei after) {
    BigInteger difference = after.value().subtract(before.value()).abs();
    BigInteger threshold =
        before.value().multiply(BigInteger.valueOf(settings.prices().changeBps()));
    return difference.signum() > 0
        && difference.multiply(BigInteger.valueOf(10_000)).compareTo(threshold) >= 0;
  }
}
