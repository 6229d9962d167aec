// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.watch.Probe.Sight;
import io.settlement.kit.outbox.Outbox;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import io.settlement.registry.servicelevel.Hours.Latency;
import io.settlement.registry.servicelevel.WatchList.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a round down, and tells who begins or ends to break a level: one transaction. */
@Service
@Transactional
class RoundBook {
  private static final Logger log = LoggerFactory.getLogger(RoundBook.class);
  private static final Duration LATENCY_WINDOW = Duration.ofHours(1);

  private final WatchList watchList;
  private final Hours hours;
  private final FinalBlocks finals;
  private final Judge judge;
  private final Outbox outbox;

  RoundBook(WatchList watchList, Hours hours, FinalBlocks finals, Judge judge, Outbox outbox) {
    this.watchList = watchList;
    this.hours = hours;
    this.finals = finals;
    this.judge = judge;
    this.outbox = outbox;
  }

  /**
   * Keeps a round.
   *
   * @param named who is to be watched, also those that were not reached
   * @param now the time of the round
   */
  void keep(List<NamedProvider> named, List<Look> looks, Instant now) {
    watchList.name(named, now);
    Map<String, Lag> lags = Lag.of(looks);
    Map<String, Integer> disagreements = new HashMap<>();
    for (Look look : looks) {
      Lag lag = lags.getOrDefault(look.id(), Lag.NONE);
      int others = look.sight().map(sight -> disagreements(look, sight)).orElse(0);
      disagreements.put(look.id(), others);
      hours.add(look, lag, others);
    }
    judge(looks, lags, disagreements, now);
    watchList.letGo(now).forEach(gone -> outbox.append(gone.fact(now)));
    forget(now);
  }

  private int disagreements(Look look, Sight sight) {
    long wrong =
        sight.finals().stream()
            .filter(FinalBlocks::isHash)
            .filter(
                block ->
                    !finals.agrees(look.provider().chainId(), block, look.id(), look.probe().at()))
            .count();
    return Math.toIntExact(wrong);
  }

  private void judge(
      List<Look> looks, Map<String, Lag> lags, Map<String, Integer> disagreements, Instant now) {
    List<String> ids = looks.stream().map(Look::id).toList();
    Map<String, Long> down = hours.down(ids, now);
    Map<String, Latency> latencies = hours.latency(ids, now, LATENCY_WINDOW);
    Map<String, Watched> before =
        watchList.of(ids).stream()
            .collect(Collectors.toMap(one -> one.provider().value(), Function.identity()));
    for (Look look : looks) {
      Judge.Known known =
          new Judge.Known(
              look,
              lags.getOrDefault(look.id(), Lag.NONE),
              disagreements.getOrDefault(look.id(), 0),
              down.getOrDefault(look.id(), 0L),
              latencies.get(look.id()));
      Watched watched = before.get(look.id());
      if (watched != null) {
        stand(watched, judge.after(watched.standing(), known), now);
      }
    }
  }

  private void stand(Watched before, Standing now, Instant at) {
    watchList.stands(before.provider(), now);
    if (!now.breached().equals(before.standing().breached())) {
      outbox.append(before.standing(now).fact(at));
      log.atWarn()
          .addKeyValue("chain", before.chain())
          .addKeyValue("provider", before.provider())
          .addKeyValue("host", before.name())
          .addKeyValue("breached", now.breached())
          .log("a service level was crossed");
    }
  }

  private void forget(Instant now) {
    Instant old = now.minus(Rows.KEPT);
    hours.forgetBefore(old);
    finals.forgetBefore(old);
    watchList.forgetBefore(old);
  }
}
