// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.keys.SignerUnavailable;
import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.gas.price.ChainNodes;
import io.settlement.gas.price.Market;
import io.settlement.gas.price.Price;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Signs the prices of all chains for each price contract, when they moved or are due again. */
final class PriceHerald {
  private static final Logger log = LoggerFactory.getLogger(PriceHerald.class);

  private final PriceKey key;
  private final List<PriceKey.Target> targets;
  private final ChainNodes nodes;
  private final Market market;
  private final Publications publications;
  private final Rhythm rhythm;

  PriceHerald(
      PriceKey key,
      List<PriceKey.Target> targets,
      ChainNodes nodes,
      Market market,
      Publications publications,
      Rhythm rhythm) {
    this.key = key;
    this.targets = List.copyOf(targets);
    this.nodes = nodes;
    this.market = market;
    this.publications = publications;
    this.rhythm = rhythm;
  }

  /** When a publication is due, and by which clock. */
  record Rhythm(PublishSettings.Publication settings, Clock clock, HeraldMeters meters) {

    private Instant now() {
      return clock.instant();
    }
  }

  /** Looks at each contract; a chain or signer that does not answer is asked again next time. */
  @Scheduled(fixedDelayString = "${settlement.gas.sample-interval:5s}")
  void tell() {
    Market.Now prices = market.now();
    for (PriceKey.Target target : targets) {
      try {
        tell(target, prices);
      } catch (ChainException | SignerUnavailable later) {
        log.atWarn()
            .addKeyValue("chain", target.chain())
            .log("prices not signed: {}", later.getMessage());
      }
    }
  }

  private void tell(PriceKey.Target target, Market.Now prices) {
    Optional<Observation> seen = Observation.of(target.chain(), prices.fresh());
    Instant now = rhythm.now();
    Publications.Last last = publications.last(target.chain()).orElse(null);
    if (seen.isEmpty()
        || !seen.get().isDue(last, rhythm.settings(), now)
        || (last != null && seen.get().round() <= last.round())) {
      return;
    }
    List<SignedPrice> accepted = acceptable(target, seen.get().prices());
    if (!accepted.isEmpty()
        && publications.say(key.sign(target, accepted, seen.get().round(), now))) {
      rhythm.meters().told(target.chain(), now);
    }
  }

  /** What the contract would refuse is not signed: a manager has to reset it there. */
  private List<SignedPrice> acceptable(PriceKey.Target target, List<SignedPrice> prices) {
    EvmReader chain = nodes.of(target.chain()).orElseThrow();
    PriceContract contract = PriceContract.of(chain, target.contract());
    List<SignedPrice> accepted = new ArrayList<>();
    for (SignedPrice price : prices) {
      Optional<String> problem = contract.problem(price);
      if (problem.isEmpty()) {
        accepted.add(price);
      } else {
        log.atError()
            .addKeyValue("contract", target.chain())
            .addKeyValue("price", price.chain())
            .log("the price contract would refuse a price: {}", problem.get());
      }
    }
    rhythm.meters().leftOut(target.chain(), prices.size() - accepted.size());
    return accepted;
  }

  /**
   * Prices as a contract is told them.
   *
   * @param round unix second of the oldest
   */
  record Observation(List<SignedPrice> prices, long round) {
    /** Keeps its own copy. */
    Observation {
      prices = List.copyOf(prices);
    }

    /** Empty while the price of the contract's own token is not known. */
    static Optional<Observation> of(ChainName home, Map<ChainName, Price> fresh) {
      Price own = fresh.get(home);
      if (own == null) {
        return Optional.empty();
      }
      List<Price> sorted =
          fresh.values().stream()
              .sorted(Comparator.comparing(price -> price.chain().value()))
              .toList();
      long round =
          sorted.stream().mapToLong(price -> price.sampledAt().getEpochSecond()).min().orElse(0);
      return Optional.of(
          new Observation(
              sorted.stream().map(price -> SignedPrices.of(price, own)).toList(), round));
    }

    boolean isDue(
        Publications.@Nullable Last last, PublishSettings.Publication settings, Instant now) {
      if (last == null || !last.at().plus(settings.heartbeat()).isAfter(now)) {
        return true;
      }
      return !last.at().plus(settings.pause()).isAfter(now)
          && SignedPrices.moved(last.prices(), prices, settings.changeBps());
    }
  }
}
