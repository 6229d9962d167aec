// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.RateDecision.Standing;
import io.settlement.gas.price.RateDecision.Word;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/** Asks everybody who knows what native tokens are worth, and decides by what they said last. */
@Component
class RateFeeds {
  /** What the table of rates is called among the sources. */
  static final String TABLE = "table";

  private static final Logger log = LoggerFactory.getLogger(RateFeeds.class);
  private static final Duration ALWAYS = Duration.ofDays(1);

  private final PriceSettings.FeedPolicy policy;
  private final Map<ChainName, BigDecimal> table = new HashMap<>();
  private final Map<ChainName, List<Asked>> sources = new LinkedHashMap<>();
  private final Map<ChainName, RateDecision> decisions = new ConcurrentHashMap<>();
  private final Clock clock;

  RateFeeds(ChainNodes nodes, GasSettings rates, PriceSettings settings, Clock clock) {
    this.policy = settings.feedPolicy();
    this.clock = clock;
    for (ChainName chain : nodes.chains()) {
      BigDecimal usd = rates.rates().get(chain.value());
      if (usd != null) {
        table.put(chain, usd);
      }
      List<Asked> feeds = new ArrayList<>();
      for (FeedSettings feed : settings.feeds().getOrDefault(chain.value(), List.of())) {
        feeds.add(new Asked(source(chain, feed, nodes)));
      }
      sources.put(chain, feeds);
      if (usd == null && feeds.isEmpty()) {
        throw new IllegalStateException(
            "settlement.gas.rates.%s or settlement.gas.feeds.%s is missing: its native token needs"
                    .formatted(chain, chain)
                + " a price");
      }
    }
  }

  /** A source and what it said last. */
  private static final class Asked {
    private final RateSource source;
    private volatile RateSource.@Nullable Quoted said;
    private volatile @Nullable String problem;
    private volatile boolean busy;

    private Asked(RateSource source) {
      this.source = source;
    }

    private boolean wasAsked() {
      return said != null || problem != null;
    }

    private Word word() {
      return new Word(source.name(), source.maxAge(), said, problem);
    }
  }

  private RateSource source(ChainName chain, FeedSettings feed, ChainNodes nodes) {
    EvmAddress aggregator = feed.aggregator();
    URI url = feed.url();
    JsonPointer price = feed.price();
    if (url != null && price != null) {
      HttpSource.Door door = HttpSource.Door.of(feed.name(), policy, clock);
      return new HttpSource(feed.name(), feed.maxAge(), url, price, feed.time(), door);
    }
    ChainName on = feed.on();
    ChainName home = on == null ? chain : on;
    EvmReader reader =
        nodes
            .of(home)
            .orElseThrow(
                () -> new IllegalStateException(feed.name() + ": no chain is called " + home));
    if (aggregator == null) {
      throw new IllegalStateException(feed.name() + ": no contract");
    }
    return new AggregatorSource(feed.name(), feed.maxAge(), reader.forPurpose("price"), aggregator);
  }

  /** Each source on its own thread, so that a slow one ages only itself. */
  @Scheduled(fixedDelayString = "${settlement.gas.feed-policy.interval:15s}")
  void askAll() {
    sources.forEach(
        (chain, feeds) -> {
          for (Asked one : feeds) {
            if (!one.busy) {
              one.busy = true;
              Thread.ofVirtual().name("rate-" + one.source.name()).start(() -> ask(chain, one));
            }
          }
        });
  }

  private void ask(ChainName chain, Asked one) {
    try {
      one.said = one.source.ask();
      one.problem = null;
    } catch (RuntimeException e) {
      // A source may say anything: whatever went wrong, its last price grows old and is named.
      one.problem = String.valueOf(e.getMessage());
      log.atDebug().addKeyValue("source", one.source.name()).setCause(e).log("no price");
    } finally {
      one.busy = false;
      decide(chain);
    }
  }

  /** What a chain's token is worth by what its sources said last; kept until the next time. */
  RateDecision decide(ChainName chain) {
    List<Word> words = new ArrayList<>();
    for (Asked one : sources.getOrDefault(chain, List.of())) {
      words.add(one.word());
    }
    Instant now = clock.instant();
    BigDecimal usd = table.get(chain);
    if (usd != null) {
      words.add(new Word(TABLE, ALWAYS, new RateSource.Quoted(usd, now), null));
    }
    int quorum = Math.min(policy.quorum(), words.size());
    RateDecision decision = RateDecision.of(words, quorum, policy.maxDeviationBps(), now);
    RateDecision before = decisions.put(chain, decision);
    boolean changed = before == null || !standings(before).equals(standings(decision));
    if (changed && sources.getOrDefault(chain, List.of()).stream().allMatch(Asked::wasAsked)) {
      tell(chain, decision);
    }
    return decision;
  }

  /** What was decided last. */
  Optional<RateDecision> last(ChainName chain) {
    return Optional.ofNullable(decisions.get(chain));
  }

  /** Why a chain's token had no price when that was decided last; empty when it had. */
  Optional<Refusal> refusal(ChainName chain) {
    return last(chain).map(RateDecision::refusal);
  }

  /** The names of a chain's sources. */
  List<String> sourcesOf(ChainName chain) {
    List<String> names = new ArrayList<>();
    sources.getOrDefault(chain, List.of()).forEach(one -> names.add(one.source.name()));
    if (table.containsKey(chain)) {
      names.add(TABLE);
    }
    return names;
  }

  private static Map<String, Standing> standings(RateDecision decision) {
    Map<String, Standing> standings = new HashMap<>();
    decision.sources().forEach(one -> standings.put(one.source(), one.standing()));
    return standings;
  }

  private static void tell(ChainName chain, RateDecision decision) {
    for (RateDecision.Voice one : decision.sources()) {
      if (one.standing() != Standing.COUNTED) {
        log.atWarn()
            .addKeyValue("chain", chain)
            .addKeyValue("source", one.source())
            .addKeyValue("standing", one.standing())
            .log("a source of the rate does not count: {}", one.problem());
      }
    }
    if (decision.refusal() != null) {
      log.atError()
          .addKeyValue("chain", chain)
          .addKeyValue("refusal", decision.refusal())
          .log("no rate, so no quotes: {}", decision.why());
    }
  }
}
