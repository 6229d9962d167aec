// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What several providers must say alike. As many as have to agree are asked at once; another one as
 * soon as one of them fails, differs or takes long. So a dead provider costs no time-out, and
 * agreement costs as many questions as it needs.
 */
final class Quorum {
  private static final Logger log = LoggerFactory.getLogger(Quorum.class);

  private final int needed;
  private final Rota rota;
  private final ExecutorService threads;
  private final RpcMeters meters;

  Quorum(int needed, Rota rota, ExecutorService threads, RpcMeters meters) {
    this.needed = needed;
    this.rota = rota;
    this.threads = threads;
    this.meters = meters;
  }

  /**
   * What enough of them say, item by item.
   *
   * @throws Disagreement when they contradict each other and too few say the same
   * @throws Unreachable when too few answer
   */
  <T> List<T> agree(Question<List<T>> question) {
    Ballot<T> ballot = new Ballot<>(needed);
    Set<Provider> named = ConcurrentHashMap.newKeySet();
    Race<List<T>> race =
        new Race<>(
            question,
            rota.order(needed),
            threads,
            finish -> {
              ballot.cast(finish);
              blame(question, ballot.outvoted(), named);
            });
    Duration patience = start(race, question.method());
    while (true) {
      List<T> decision = ballot.decision();
      if (decision != null) {
        blame(question, ballot.outvoted(), named);
        return decision;
      }
      if (race.running() == 0 && !race.hasWaiting()) {
        throw ballot.undecided(question.method());
      }
      if (race.next(race.hasWaiting() ? patience : null) == null) {
        race.startNext();
      } else if (ballot.decision() == null) {
        askFor(race, ballot.missing());
      }
    }
  }

  /** The answers of as many as have to agree, whatever they say. */
  <T> List<T> several(Question<T> question) {
    Race<T> race = new Race<>(question, rota.order(needed), threads, finish -> {});
    Duration patience = start(race, question.method());
    List<T> answers = new ArrayList<>();
    @Nullable RuntimeException last = null;
    while (race.running() > 0) {
      Race.Finish<T> finish = race.next(race.hasWaiting() ? patience : null);
      T value = finish == null ? null : finish.value();
      if (value == null) {
        last = finish == null ? last : finish.failure();
        race.startNext();
      } else {
        answers.add(value);
        if (answers.size() == needed) {
          return answers;
        }
      }
    }
    String few =
        "%s: %d of %d needed providers answered"
            .formatted(question.method(), answers.size(), needed);
    throw last == null
        ? new Unreachable(Failure.NOT_ASKED, few)
        : new Unreachable(Failure.NOT_ASKED, few + "; " + last.getMessage(), last);
  }

  private Duration start(Race<?> race, String method) {
    askFor(race, needed);
    return rota.all().stream()
        .filter(rota::isIn)
        .map(provider -> provider.patience(method))
        .max(Duration::compareTo)
        .orElse(Provider.USUAL_PATIENCE);
  }

  private static void askFor(Race<?> race, int answers) {
    while (race.running() < answers && race.hasWaiting()) {
      race.startNext();
    }
  }

  private void blame(
      Question<?> question, Map<Provider, String> outvoted, Collection<Provider> named) {
    outvoted.forEach(
        (provider, says) -> {
          if (named.add(provider)) {
            provider.contradict(question.method() + ": " + says);
            meters.disagreed(provider.name(), question.method(), true);
            log.atWarn()
                .addKeyValue("provider", provider.name())
                .addKeyValue("method", question.method())
                .log("contradicts the quorum: {}", says);
          }
        });
  }

  /** Nobody can tell who is right: each of them is named. */
  void unresolved(Disagreement disagreement, String method) {
    Map<String, Provider> byName =
        rota.all().stream().collect(Collectors.toMap(Provider::name, one -> one));
    for (String name : disagreement.views().keySet()) {
      meters.disagreed(name, method, false);
      Provider provider = byName.get(name);
      if (provider != null) {
        provider.tally().disagreed();
      }
    }
    log.atError().addKeyValue("method", method).log("no agreement: {}", disagreement.getMessage());
  }
}
