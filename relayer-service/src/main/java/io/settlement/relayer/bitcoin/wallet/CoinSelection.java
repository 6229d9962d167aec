// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.chain.bitcoin.FeeRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which coins pay: some that are exactly the amounts, found by branch and bound, else the largest
 * first. What is left is nothing or change that nodes relay; the vault never gives a satoshi of its
 * own away as fee. While block space is cheap, small coins come along.
 */
public final class CoinSelection {
  private static final int MOST_STEPS = 100_000;
  private static final Comparator<Coin> LARGEST_FIRST =
      Comparator.comparingLong(Coin::value).reversed().thenComparing(Coin.BY_PLACE);

  private final SpendPolicy policy;

  /** By these limits. */
  public CoinSelection(SpendPolicy policy) {
    this.policy = policy;
  }

  /**
   * Chooses.
   *
   * @param target satoshi of all orders
   * @return empty when these coins, within the limits, do not make it
   */
  public Optional<List<Coin>> select(List<Coin> coins, long target, FeeRate rate) {
    List<Coin> sorted = coins.stream().sorted(LARGEST_FIRST).toList();
    Optional<List<Coin>> exact = new Exact(sorted, policy.mostInputs()).find(target);
    return exact.isPresent()
        ? exact
        : largest(sorted, target).map(some -> more(some, sorted, rate));
  }

  private Optional<List<Coin>> largest(List<Coin> sorted, long target) {
    List<Coin> chosen = new ArrayList<>();
    long sum = 0;
    for (Coin coin : sorted) {
      if (chosen.size() == policy.mostInputs()) {
        return Optional.empty();
      }
      chosen.add(coin);
      sum += coin.value();
      if (sum >= target + Spend.LEAST_CHANGE) {
        return Optional.of(chosen);
      }
    }
    return Optional.empty();
  }

  /** The smallest others too, while that is cheap. */
  private List<Coin> more(List<Coin> chosen, List<Coin> sorted, FeeRate rate) {
    if (rate.compareTo(policy.consolidateAtMost()) > 0) {
      return chosen;
    }
    int room = Math.min(policy.consolidatedInputs(), policy.mostInputs() - chosen.size());
    List<Coin> others = sorted.subList(chosen.size(), sorted.size());
    List<Coin> all = new ArrayList<>(chosen);
    all.addAll(others.reversed().subList(0, Math.min(room, others.size())));
    return all;
  }

  /** Depth-first search for coins that are the target to the satoshi. */
  private static final class Exact {
    private final List<Coin> sorted;
    private final long[] rest;
    private final int most;
    private final List<Coin> chosen = new ArrayList<>();
    private int steps;

    Exact(List<Coin> sorted, int most) {
      this.sorted = sorted;
      this.most = most;
      this.rest = new long[sorted.size() + 1];
      for (int at = sorted.size() - 1; at >= 0; at--) {
        rest[at] = rest[at + 1] + sorted.get(at).value();
      }
    }

    Optional<List<Coin>> find(long target) {
      return search(0, target) ? Optional.of(List.copyOf(chosen)) : Optional.empty();
    }

    private boolean search(int at, long missing) {
      if (missing == 0) {
        return !chosen.isEmpty();
      }
      boolean hopeless = missing < 0 || missing > rest[at] || chosen.size() == most;
      if (hopeless || ++steps > MOST_STEPS) {
        return false;
      }
      chosen.add(sorted.get(at));
      if (search(at + 1, missing - sorted.get(at).value())) {
        return true;
      }
      chosen.removeLast();
      return search(at + 1, missing);
    }
  }
}
