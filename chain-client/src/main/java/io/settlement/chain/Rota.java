// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.chain.ProviderReport.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who is asked, and in which order: by smooth weighted round robin among those that are well, those
 * last that owe an answer for long; then those in doubt, never those that are left out. When that
 * leaves too few, whoever was left alone longest is tried: better a doubtful answer soon than
 * silence until a minute is over. A chain's only provider is left out so shortly that nobody tries.
 */
final class Rota {
  private static final Duration LAST_RESORT = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private final List<Provider> providers;
  private final Map<Provider, Long> credit = new HashMap<>();

  Rota(List<Provider> providers) {
    this.providers = List.copyOf(providers);
    providers.forEach(provider -> credit.put(provider, 0L));
  }

  List<Provider> all() {
    return providers;
  }

  /**
   * Whom to ask, first one first.
   *
   * @param needed how many have to answer
   * @throws Unreachable when nobody may be asked
   */
  synchronized Deque<Provider> order(int needed) {
    Map<State, List<Provider>> byState =
        providers.stream().collect(Collectors.groupingBy(this::state));
    Deque<Provider> order = new ArrayDeque<>(inTurn(byState.getOrDefault(State.IN, List.of())));
    order.addAll(byState.getOrDefault(State.LAGGING, List.of()));
    order.addAll(byState.getOrDefault(State.STALLED, List.of()));
    order.addAll(byState.getOrDefault(State.CONTRADICTED, List.of()));
    for (Provider failing : byState.getOrDefault(State.FAILING, List.of())) {
      if (providers.size() > 1 && order.size() < needed && failing.tryAgain(LAST_RESORT)) {
        order.add(failing);
      }
    }
    if (order.isEmpty()) {
      throw nobody();
    }
    return order;
  }

  private List<Provider> inTurn(List<Provider> well) {
    long shares = 0;
    for (Provider provider : well) {
      long share = provider.weight().share();
      credit.merge(provider, share, Long::sum);
      shares += share;
    }
    List<Provider> turn = new ArrayList<>(well);
    turn.sort(Comparator.comparingLong(one -> -credit.getOrDefault(one, 0L)));
    turn.sort(Comparator.comparing(Provider::isOverdue));
    if (!turn.isEmpty()) {
      credit.merge(turn.getFirst(), -shares, Long::sum);
    }
    return turn;
  }

  private Unreachable nobody() {
    long othersHead = head();
    String why =
        providers.stream()
            .map(one -> one.name() + " is left out: " + one.standing(othersHead).why())
            .collect(Collectors.joining("; "));
    Duration rest =
        providers.stream()
            .map(Provider::wantsRest)
            .filter(Duration::isPositive)
            .min(Comparator.naturalOrder())
            .filter(shortest -> shortest.compareTo(LONGEST_REST) <= 0)
            .orElse(Duration.ZERO);
    return Unreachable.notAsked(why, rest);
  }

  private State state(Provider provider) {
    return provider.standing(head()).state();
  }

  /**
   * The height others are measured by: the highest of two, the second highest of more, so that one
   * provider that boasts does not make the others look late.
   */
  long head() {
    return providers.stream()
        .map(provider -> provider.head().number())
        .sorted(Comparator.reverseOrder())
        .skip(providers.size() > 2 ? 1 : 0)
        .findFirst()
        .orElse(HeadWatch.UNKNOWN);
  }

  boolean isIn(Provider provider) {
    return state(provider) == State.IN;
  }

  long lag(Provider provider) {
    return Standing.lag(provider.head(), head());
  }

  List<ProviderReport> report() {
    long othersHead = head();
    return providers.stream().map(one -> one.report(othersHead, lag(one))).toList();
  }
}
