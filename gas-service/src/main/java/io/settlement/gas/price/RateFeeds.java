// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

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

  /** What an operator's word is called among them. */
  static final String OPERATOR = "operator";

  private static final Logger log = LoggerFactory.getLogger(RateFeeds.class);
  private static final Duration ALWAYS = Duration.ofDays(1);

  private final ChainNodes nodes;
  private final GasSettings rates;
  private final PriceSettings settings;
  private final ToldRates told;
  private final Map<ChainName, List<Asked>> sources = new ConcurrentHashMap<>();
  private final Map<ChainName, RateDecision> decisions = new ConcurrentHashMap<>();
  private final Clock clock;

  RateFeeds(
      ChainNodes nodes, GasSettings rates, PriceSettings settings, ToldRates told, Clock clock) {
    this.nodes = nodes;
    this.rates = rates;
    this.settings = settings;
    this.told = told;
    this.clock = clock;
    for (ChainName chain : nodes.chains()) {
      requirePriced(chain);
    }
    nodes.each(this::begin);
  }

  /** A chain that is configured has a price from the start; one that comes later may wait. */
  private void requirePriced(ChainName chain) {
    for (FeedSettings feed : feedsOf(chain)) {
      ChainName on = feed.on();
      if (on != null && nodes.of(on).isEmpty()) {
        throw new IllegalStateException(feed.name() + ": no chain is called " + on);
      }
    }
    if (table(chain).isEmpty() && feedsOf(chain).isEmpty() && told.of(chain).isEmpty()) {
      throw new IllegalStateException(
          "settlement.gas.rates.%s or settlement.gas.feeds.%s is missing: its native token needs"
                  .formatted(chain, chain)
              + " a price");
    }
  }

  private void begin(ChainName chain) {
    sources.put(
        chain, feedsOf(chain).stream().map(feed -> new Asked(source(chain, feed))).toList());
  }

  private List<FeedSettings> feedsOf(ChainName chain) {
    return settings.feeds().getOrDefault(chain.value(), List.of());
  }

  private Optional<BigDecimal> table(ChainName chain) {
    return Optional.ofNullable(rates.rates().get(chain.value()));
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

  private RateSource source(ChainName chain, FeedSettings feed) {
    EvmAddress aggregator = feed.aggregator();
    URI url = feed.url();
    JsonPointer price = feed.price();
    if (url != null && price != null) {
      HttpSource.Door door = HttpSource.Door.of(feed.name(), settings.feedPolicy(), clock);
      return new HttpSource(feed.name(), feed.maxAge(), url, price, feed.time(), door);
    }
    if (aggregator == null) {
      throw new IllegalStateException(feed.name() + ": no contract");
    }
    ChainName on = feed.on();
    ChainName home = on == null ? chain : on;
    return new AggregatorSource(
        feed.name(), feed.maxAge(), new AggregatorSource.Contract(home, aggregator), nodes);
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
    Instant now = clock.instant();
    ToldRate operators = told.of(chain).orElse(null);
    List<Word> words = ownWords(chain, operators, now);
    if (operators != null && operators.sameAs() != null) {
      words.add(wordOf(operators.sameAs(), now));
    }
    RateDecision decision = weigh(words, now);
    RateDecision before = decisions.put(chain, decision);
    boolean changed = before == null || !standings(before).equals(standings(decision));
    if (changed && sources.getOrDefault(chain, List.of()).stream().allMatch(Asked::wasAsked)) {
      tell(chain, decision);
    }
    return decision;
  }

  /** A chain without any source has no rate. */
  private RateDecision weigh(List<Word> words, Instant now) {
    PriceSettings.FeedPolicy policy = settings.feedPolicy();
    int quorum = Math.max(1, Math.min(policy.quorum(), words.size()));
    return RateDecision.of(words, quorum, policy.maxDeviationBps(), now);
  }

  /** Of everybody who prices this chain's token and not another's. */
  private List<Word> ownWords(ChainName chain, @Nullable ToldRate operators, Instant now) {
    List<Word> words = new ArrayList<>();
    for (Asked one : sources.getOrDefault(chain, List.of())) {
      words.add(one.word());
    }
    table(chain).ifPresent(usd -> words.add(always(TABLE, usd, now)));
    if (operators != null && operators.usd() != null) {
      words.add(always(OPERATOR, operators.usd(), now));
    }
    return words;
  }

  private static Word always(String source, BigDecimal usd, Instant now) {
    return new Word(source, ALWAYS, new RateSource.Quoted(usd, now), null);
  }

  /** An operator's word that a token is another chain's too: by that chain's own sources. */
  private Word wordOf(ChainName other, Instant now) {
    RateDecision its = weigh(ownWords(other, told.of(other).orElse(null), now), now);
    BigDecimal usd = its.usd();
    return usd == null
        ? new Word(OPERATOR, ALWAYS, null, "the token of " + other + " has no rate: " + its.why())
        : always(OPERATOR, usd, now);
  }

  /** What was decided last. */
  Optional<RateDecision> last(ChainName chain) {
    return Optional.ofNullable(decisions.get(chain));
  }

  /** Why a chain's token had no price when that was decided last; empty when it had. */
  Optional<Refusal> refusal(ChainName chain) {
    return last(chain).map(RateDecision::refusal);
  }

  /** The names of a chain's sources, the operators' word among them although they may be silent. */
  List<String> sourcesOf(ChainName chain) {
    List<String> names = new ArrayList<>();
    sources.getOrDefault(chain, List.of()).forEach(one -> names.add(one.source.name()));
    table(chain).ifPresent(usd -> names.add(TABLE));
    names.add(OPERATOR);
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
