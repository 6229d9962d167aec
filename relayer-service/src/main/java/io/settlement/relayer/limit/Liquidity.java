// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.liquidity.LiquidityView;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lets no more through to a handler than it can pay: what was said of it, less what was admitted
 * since. Of routes that nobody spoke of, or where nothing is limited, it asks nothing of the
 * database.
 */
public final class Liquidity {
  private final LiquidityView view;
  private final ReservationTable table;

  Liquidity(LiquidityView view, ReservationTable table) {
    this.view = view;
    this.table = table;
  }

  private record Limited(Passage passage, LiquidityChanged limit) {
    HandlerId target() {
      return passage.route().to();
    }
  }

  /**
   * Why some of these cannot arrive now, for humans; those that can are reserved. In the
   * transaction that admits them. The first that fits goes: a large one that waits holds up no
   * small one.
   */
  public Map<TxId, String> lacking(Collection<Passage> passages) {
    Map<TxId, String> lacking = new HashMap<>();
    Map<HandlerId, List<Limited>> byTarget =
        passages.stream()
            .flatMap(it -> limited(it).stream())
            .collect(
                Collectors.groupingBy(
                    Limited::target, Liquidity::inOneOrderForAll, Collectors.toList()));
    byTarget.forEach((target, all) -> lacking.putAll(rule(target, all)));
    return lacking;
  }

  private static Map<HandlerId, List<Limited>> inOneOrderForAll() {
    return new TreeMap<>(Comparator.comparing(HandlerId::toString));
  }

  private Optional<Limited> limited(Passage passage) {
    return view.limitOf(passage.route()).map(limit -> new Limited(passage, limit));
  }

  private Map<TxId, String> rule(HandlerId target, List<Limited> all) {
    Map<TxId, String> lacking = new HashMap<>();
    List<Limited> counted = new ArrayList<>();
    for (Limited one : all) {
      String stopped = one.limit().stopped();
      if (stopped != null) {
        lacking.put(one.passage().txid(), stopped);
      } else {
        counted.add(one);
      }
    }
    if (!counted.isEmpty()) {
      count(target, counted, lacking);
    }
    return lacking;
  }

  /** What was said last of any of the routes to the handler is about what it has. */
  private void count(HandlerId target, List<Limited> all, Map<TxId, String> lacking) {
    LiquidityChanged said =
        all.stream()
            .map(Limited::limit)
            .max(Comparator.comparing(LiquidityChanged::at))
            .orElseThrow();
    TokenAmount available = said.available();
    if (available == null) {
      return;
    }
    Instant at = said.at();
    table.lock(target);
    BigInteger room =
        available
            .value()
            .subtract(
                table.reserved(target, at, all.stream().map(it -> it.passage().txid()).toList()));
    List<Passage> admitted = new ArrayList<>();
    for (Limited one : all) {
      Passage passage = one.passage();
      if (passage.amount().compareTo(room) <= 0) {
        room = room.subtract(passage.amount());
        admitted.add(passage);
      } else {
        lacking.put(
            passage.txid(),
            "%s can pay %s now, %s is asked"
                .formatted(target, room.max(BigInteger.ZERO), passage.amount()));
      }
    }
    table.reserve(target, at, admitted);
  }

  /** Moves whenever something was said about liquidity. */
  public long changes() {
    return view.changes();
  }
}
