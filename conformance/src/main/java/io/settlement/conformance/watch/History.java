// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.watch;

import io.settlement.conformance.Observations;
import io.settlement.conformance.watch.Probe.Block;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Observations in memory: a counter for each provider and hour, a hash for each final height that
 * was named. Holds 31 days; safe for many threads.
 */
public final class History implements Observations {
  private static final Duration KEPT = Duration.ofDays(31);
  private static final int MOST_VIOLATIONS = 100;

  private final long chainId;
  private final Clock clock;
  private final Map<URI, NavigableMap<Instant, Hour>> probes = new HashMap<>();
  private final Map<URI, NavigableMap<Instant, Hour>> rounds = new HashMap<>();
  private final NavigableMap<Instant, Hour> sights = new TreeMap<>();
  private final NavigableMap<Long, Named> finals = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Of nothing yet.
   *
   * @param chainId what tells of another chain is not an answer
   */
  public History(long chainId, Clock clock) {
    this.chainId = chainId;
    this.clock = clock;
  }

  private static final class Hour {
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long asked;
    private long failed;

    void add(Instant at, long more, long wrong) {
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
      asked += more;
      failed += wrong;
    }
  }

  private record Named(String hash, URI by, Instant at, Set<URI> all) {}

  /** Keeps what was seen. */
  public synchronized void add(Probe probe) {
    boolean right = probe.isRight(chainId);
    hour(of(probes, probe.provider()), probe.at()).add(probe.at(), 1, right ? 0 : 1);
    if (right) {
      probe.sight().orElseThrow().finals().forEach(block -> add(probe, block));
    }
  }

  /** Keeps what came of a round. */
  public synchronized void add(URI provider, Instant at, SoakLoop.Round round) {
    hour(of(rounds, provider), at).add(at, round.calls(), round.failed());
  }

  private void add(Probe probe, Block block) {
    hour(sights, probe.at()).add(probe.at(), 1, 0);
    finals.values().removeIf(named -> named.at.isBefore(clock.instant().minus(KEPT)));
    Named known =
        finals.computeIfAbsent(
            block.number(),
            any -> new Named(block.hash(), probe.provider(), probe.at(), new HashSet<>()));
    known.all.add(probe.provider());
    if (!known.hash.equals(block.hash()) && violations.size() < MOST_VIOLATIONS) {
      violations.add(
          new Violation(
              block.number(), known.hash, known.by, block.hash(), probe.provider(), probe.at()));
    }
  }

  /** A height that somebody called final, to be asked for again: any that is kept. */
  public synchronized OptionalLong again() {
    if (finals.isEmpty()) {
      return OptionalLong.empty();
    }
    long first = finals.firstKey();
    long any = ThreadLocalRandom.current().nextLong(first, finals.lastKey() + 1);
    return OptionalLong.of(finals.floorKey(any));
  }

  private static NavigableMap<Instant, Hour> of(
      Map<URI, NavigableMap<Instant, Hour>> all, URI provider) {
    return all.computeIfAbsent(provider, unseen -> new TreeMap<>());
  }

  private static Hour hour(NavigableMap<Instant, Hour> hours, Instant at) {
    hours.headMap(at.minus(KEPT)).clear();
    return hours.computeIfAbsent(at.truncatedTo(ChronoUnit.HOURS), unseen -> new Hour());
  }

  @Override
  public synchronized Uptime uptime(URI provider, Duration window) {
    Sum sum = sum(of(probes, provider), window);
    return new Uptime(sum.watched, sum.asked, sum.asked - sum.failed);
  }

  @Override
  public synchronized Soak soak(URI provider, Duration window) {
    Sum sum = sum(of(rounds, provider), window);
    return new Soak(sum.watched, sum.asked, sum.failed);
  }

  private record Sum(Duration watched, long asked, long failed) {}

  /** Whole hours: what is older by less than one counts too. */
  private Sum sum(NavigableMap<Instant, Hour> all, Duration window) {
    Instant since = clock.instant().minus(window).truncatedTo(ChronoUnit.HOURS);
    NavigableMap<Instant, Hour> hours = all.tailMap(since, true);
    if (hours.isEmpty()) {
      return new Sum(Duration.ZERO, 0, 0);
    }
    Duration watched =
        Duration.between(hours.firstEntry().getValue().first, hours.lastEntry().getValue().last);
    return new Sum(
        watched.compareTo(window) > 0 ? window : watched,
        hours.values().stream().mapToLong(hour -> hour.asked).sum(),
        hours.values().stream().mapToLong(hour -> hour.failed).sum());
  }

  @Override
  public synchronized Finality finality(Duration window) {
    Instant since = clock.instant().minus(window);
    List<Named> within =
        finals.values().stream().filter(named -> !named.at.isBefore(since)).toList();
    Set<URI> providers = new HashSet<>();
    within.forEach(named -> providers.addAll(named.all));
    return new Finality(
        sum(sights, window).watched,
        within.size(),
        providers.size(),
        violations.stream().filter(violation -> !violation.at().isBefore(since)).toList());
  }
}
