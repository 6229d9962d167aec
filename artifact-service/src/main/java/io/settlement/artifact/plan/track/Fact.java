// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.plan.act.Sign;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chain said that may bring a step further. */
public sealed interface Fact {

  /** Unique, the same whenever it is told. */
  String key();

  /**
   * Where it was said.
   *
   * @param txHash null when that was not kept
   */
  record Spot(ChainName chain, long block, @Nullable Hash txHash) {}

  /**
   * Something began that a step may be waiting for.
   *
   * @param signs any of them
   * @param waits what must follow before it is done
   * @param yields amounts in the order in which the step yields; null when they are as expected
   * @param note for people; null when there is nothing to say
   */
  record Began(
      String key,
      List<Sign> signs,
      Spot spot,
      List<Awaited> waits,
      @Nullable List<BigInteger> yields,
      @Nullable String note)
      implements Fact {
    /** Keeps its own copies. */
    public Began {
      signs = List.copyOf(signs);
      waits = List.copyOf(waits);
      yields = yields == null ? null : List.copyOf(yields);
    }
  }

  /**
   * What a step waits for came.
   *
   * @param next what it waits for instead; null when nothing
   * @param gain what is yielded by it
   */
  record Came(String key, Awaited awaited, Spot spot, @Nullable Awaited next, @Nullable Gain gain)
      implements Fact {

    /** An output on Bitcoin is credited. */
    static Came credited(Hash outpoint, Spot spot, BigInteger amount) {
      return new Came(
          creditOf(outpoint), Awaited.output(outpoint), spot, null, new Gain(0, amount));
    }

    /** The key of what is told when an output is credited, for whoever it counts. */
    static String creditOf(Hash outpoint) {
      return "credit:" + outpoint;
    }
  }

  /**
   * More of what a step yields.
   *
   * @param output its place in the order in which the step yields
   */
  record Gain(int output, BigInteger amount) {}

  /** What a step waits for will never come. */
  record Failed(String key, Awaited awaited, Spot spot, String reason) implements Fact {}

  /** What was said is not so: the step did not begin. */
  record TakenBack(String key, Awaited awaited) implements Fact {}
}
