// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All messages of a run in the order they become due, each account's in the order of its nonces.
 *
 * @param shots the messages
 * @param each tokens that one of them moves, in the token's smallest unit
 * @param prepayment of one of them
 */
public record Volley(List<Shot> shots, TokenAmount each, Wei prepayment) {
  private static final String EACH = "0.00000100";
  private static final int PREPAID_QUOTES = 4;

  /** Keeps its own list. */
  public Volley {
    shots = List.copyOf(shots);
  }

  /** A shot and where in its account's queue it stands. */
  private record Place(int queue, int position, Shot shot) {}

  /** Makes the accounts ready and signs everything, so that nothing is signed while it runs. */
  static Volley prepare(Network network, LoadPlan plan) {
    List<Place> places = new ArrayList<>();
    TokenAmount each = TokenAmount.ZERO;
    Wei prepayment = Wei.ZERO;
    for (int way = 0; way < plan.ways().size(); way++) {
      LoadPlan.Way ends = plan.ways().get(way);
      Sending sending = network.from(ends.from()).to(ends.to());
      each = sending.units(EACH);
      // Quotes are of messages that share their transactions: whoever goes alone in both uses close
      // to twice as much, and prices move. So much that every rest is worth being paid out.
      Wei quoted = sending.quote(EACH).total().times(PREPAID_QUOTES);
      prepayment = quoted.value().compareTo(prepayment.value()) > 0 ? quoted : prepayment;
    }
    int queue = 0;
    for (int way = 0; way < plan.ways().size(); way++) {
      LoadPlan.Way ends = plan.ways().get(way);
      Sending sending = network.from(ends.from()).to(ends.to());
      Senders senders = Senders.prepare(sending, plan.senders(way), plan.share(way), each);
      for (List<Shot> shots : senders.sign(plan.share(way), each, prepayment)) {
        for (int i = 0; i < shots.size(); i++) {
          places.add(new Place(queue, i, shots.get(i)));
        }
        queue++;
      }
    }
    places.sort(Comparator.comparingInt(Place::position).thenComparingInt(Place::queue));
    return new Volley(places.stream().map(Place::shot).toList(), each, prepayment);
  }

  /** Who sends. */
  Set<EvmAddress> senders() {
    Set<EvmAddress> senders = new LinkedHashSet<>();
    shots.forEach(shot -> senders.add(shot.sending().sender().address()));
    return senders;
  }

  int size() {
    return shots.size();
  }
}
