// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Hex;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts who says what. Each item of an answer is voted on by itself, so that one transaction that
 * only some have seen does not hold up the others. What a node does not have yet ({@link
 * Optional#empty()}) contradicts nothing.
 */
final class Ballot<T> {
  private static final int SHOWN = 160;

  private final int quorum;
  private final Map<Provider, List<T>> votes = new LinkedHashMap<>();
  private final Map<Provider, ChainException> refusals = new LinkedHashMap<>();
  private final List<Unreachable> abstentions = new ArrayList<>();
  private @Nullable List<T> decision;

  Ballot(int quorum) {
    this.quorum = quorum;
  }

  /** Takes what came of asking one. */
  synchronized void cast(Race.Finish<List<T>> finish) {
    List<T> value = finish.value();
    RuntimeException failure = finish.failure();
    if (value != null) {
      votes.put(finish.provider(), value);
    } else if (failure instanceof Unreachable unreachable) {
      abstentions.add(unreachable);
    } else if (failure instanceof ChainException refused) {
      refusals.put(finish.provider(), refused);
    } else if (failure != null) {
      throw failure;
    }
  }

  /**
   * What enough of them say.
   *
   * @return null while too few say the same
   * @throws RpcError when enough of them refuse
   * @throws Reverted when enough of them say so
   */
  synchronized @Nullable List<T> decision() {
    if (decision == null) {
      decision = count();
      if (decision == null) {
        throwIfRefused();
      }
    }
    return decision;
  }

  private @Nullable List<T> count() {
    if (votes.size() < quorum) {
      return null;
    }
    int items = votes.values().iterator().next().size();
    List<T> winners = new ArrayList<>(items);
    for (int item = 0; item < items; item++) {
      T winner = winner(item);
      if (winner == null) {
        return null;
      }
      winners.add(winner);
    }
    return winners;
  }

  private @Nullable T winner(int item) {
    Map<Object, Integer> counts = counted(item);
    return votes.values().stream()
        .map(vote -> vote.get(item))
        .filter(said -> counts.getOrDefault(comparable(said), 0) >= quorum)
        .findFirst()
        .orElse(null);
  }

  private Map<Object, Integer> counted(int item) {
    Map<Object, Integer> counts = new HashMap<>();
    votes.values().forEach(vote -> counts.merge(comparable(vote.get(item)), 1, Integer::sum));
    return counts;
  }

  /** Arrays are equal only to themselves. */
  private static Object comparable(Object value) {
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
  }

  private void throwIfRefused() {
    Map<Object, Integer> counts = new HashMap<>();
    for (ChainException refusal : refusals.values()) {
      if (counts.merge(kind(refusal), 1, Integer::sum) >= quorum) {
        throw refusal;
      }
    }
  }

  private static Object kind(ChainException refusal) {
    return refusal instanceof Reverted reverted ? ByteBuffer.wrap(reverted.data()) : "refused";
  }

  /** How many more must say the same at least. */
  synchronized int missing() {
    if (votes.isEmpty()) {
      return Math.max(1, quorum - refusals.size());
    }
    int items = votes.values().iterator().next().size();
    int lowest = votes.size();
    for (int item = 0; item < items; item++) {
      lowest = Math.min(lowest, counted(item).values().stream().max(Integer::compare).orElse(0));
    }
    return Math.max(1, quorum - lowest);
  }

  /** Those that the decision contradicts, and what they say. */
  synchronized Map<Provider, String> outvoted() {
    List<T> decided = decision;
    Map<Provider, String> outvoted = new LinkedHashMap<>();
    if (decided != null) {
      votes.forEach(
          (provider, vote) ->
              difference(vote, decided).ifPresent(says -> outvoted.put(provider, says)));
      refusals.forEach(
          (provider, refusal) -> {
            if (refusal instanceof Reverted) {
              outvoted.put(provider, String.valueOf(refusal.getMessage()));
            }
          });
    }
    return outvoted;
  }

  private Optional<String> difference(List<T> vote, List<T> decided) {
    for (int item = 0; item < decided.size(); item++) {
      if (contradict(vote.get(item), decided.get(item))) {
        return Optional.of(
            shown(vote.get(item)) + " where the others say " + shown(decided.get(item)));
      }
    }
    return Optional.empty();
  }

  private boolean contradict(T one, T other) {
    return !comparable(one).equals(comparable(other)) && !isSilent(one) && !isSilent(other);
  }

  private static boolean isSilent(@Nullable Object value) {
    return value instanceof Optional<?> optional && optional.isEmpty();
  }

  /** Why there is no decision although nobody is left to ask. */
  synchronized ChainException undecided(String question) {
    Map<String, String> views = views();
    if (!views.isEmpty()) {
      return new Disagreement(question, views);
    }
    if (!refusals.isEmpty()) {
      return refusals.values().iterator().next();
    }
    Unreachable none =
        new Unreachable(
            Failure.NOT_ASKED,
            "%s: %d of %d needed providers answered alike%s"
                .formatted(question, votes.size(), quorum, because(abstentions)));
    abstentions.forEach(none::addSuppressed);
    return none;
  }

  private static String because(Collection<Unreachable> failures) {
    return failures.isEmpty() ? "" : "; " + failures.iterator().next().getMessage();
  }

  /** What each says about the first item on which they differ; empty when they do not. */
  private Map<String, String> views() {
    Map<String, String> views = new LinkedHashMap<>();
    int items = votes.isEmpty() ? 0 : votes.values().iterator().next().size();
    for (int item = 0; item < items && views.isEmpty(); item++) {
      int at = item;
      long said = counted(at).keySet().stream().filter(value -> !isSilent(value)).count();
      if (said > 1) {
        votes.forEach((provider, vote) -> views.put(provider.name(), shown(vote.get(at))));
      }
    }
    boolean reverts = refusals.values().stream().anyMatch(Reverted.class::isInstance);
    if (views.isEmpty() && reverts && !votes.isEmpty()) {
      votes.forEach((provider, vote) -> views.put(provider.name(), shown(vote.getFirst())));
    }
    if (!views.isEmpty()) {
      refusals.forEach(
          (provider, refusal) -> views.put(provider.name(), String.valueOf(refusal.getMessage())));
    }
    return views;
  }

  private static String shown(@Nullable Object value) {
    Object told = value instanceof Optional<?> one ? one.orElse(null) : value;
    if (told == null) {
      return "nothing";
    }
    String text =
        switch (told) {
          case List<?> list -> list.size() + " entries " + list;
          case byte[] bytes -> Hex.encode(bytes);
          case Receipt receipt ->
              "success=%s in block %d (%s) with %d logs"
                  .formatted(
                      receipt.success(),
                      receipt.blockNumber(),
                      receipt.blockHash(),
                      receipt.logs().size());
          default -> told.toString();
        };
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
