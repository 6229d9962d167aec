// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import java.util.List;

/**
 * What is sent, how fast, along which ways.
 *
 * @param messages how many are counted
 * @param perSecond how many become due each second, whatever became of those before; 0 sends all of
 *     them at once
 * @param ways where they go; each takes its share
 * @param warmUp how many go before, which are not counted
 * @param ceiling whether the destination alone is measured too
 */
public record LoadPlan(
    int messages, double perSecond, List<Way> ways, int warmUp, boolean ceiling) {
  private static final int SENDERS = 20;

  /** Keeps its own list. */
  public LoadPlan {
    ways = List.copyOf(ways);
    if (ways.isEmpty() || messages < 1) {
      throw new IllegalArgumentException("nothing to send");
    }
  }

  /** From one chain to another. */
  public record Way(String from, String to) {}

  /** The same with another number of messages, none of them to warm up. */
  public LoadPlan counting(int others) {
    return new LoadPlan(others, perSecond, ways, 0, false);
  }

  /** Whether all are sent at once. */
  public boolean isBurst() {
    return perSecond == 0;
  }

  /** How many messages go one of the ways. */
  int share(int way) {
    return share(messages, ways.size(), way);
  }

  /** Accounts that send one way; one account's transactions are one queue at the node. */
  int senders(int way) {
    return Math.min(Math.max(SENDERS / ways.size(), 1), share(way));
  }

  static int share(int all, int parts, int part) {
    return all / parts + (part < all % parts ? 1 : 0);
  }
}
