// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;

/**
 * How the providers of one chain are judged and used. {@code settlement.chains[].nodes}; what is
 * left out gets the default named here.
 *
 * @param quorum how many providers must give the same answer before it is a fact; more than half
 * @param failures failures in a row after which a provider is left out; 3
 * @param leftOutFor how long a provider that failed, or was contradicted by the quorum, is left
 *     out; 60 s. When no other is left it is tried sooner, and the only one of a chain after 1 s,
 *     then 2, 4 and 8 s
 * @param maxLag blocks a provider may be behind the others before it is asked last; 20
 * @param stalledAfter how long a provider that is behind may show the same head; 120 s
 * @param hedgeAfter how long to wait for an answer before another provider is asked too; zero for
 *     the time within which the provider answered 95 of its last 100 questions of that kind
 * @param concurrency most questions one provider is asked at the same time; 64
 * @param probeInterval pause between two looks at the head of every provider; 5 s. A chain with one
 *     provider is not probed
 */
public record NodePolicy(
    int quorum,
    int failures,
    Duration leftOutFor,
    long maxLag,
    Duration stalledAfter,
    Duration hedgeAfter,
    int concurrency,
    Duration probeInterval) {

  /** Fills in defaults, refuses what cannot work. */
  public NodePolicy {
    failures = failures == 0 ? 3 : failures;
    leftOutFor = leftOutFor == null ? Duration.ofSeconds(60) : leftOutFor;
    maxLag = maxLag == 0 ? 20 : maxLag;
    stalledAfter = stalledAfter == null ? Duration.ofMinutes(2) : stalledAfter;
    hedgeAfter = hedgeAfter == null ? Duration.ZERO : hedgeAfter;
    concurrency = concurrency == 0 ? 64 : concurrency;
    probeInterval = probeInterval == null ? Duration.ofSeconds(5) : probeInterval;
    require(quorum >= 0, "quorum must not be negative");
    require(failures > 0, "failures must be positive");
    require(leftOutFor.isPositive(), "left-out-for must be positive");
    require(maxLag > 0, "max-lag must be positive");
    require(stalledAfter.isPositive(), "stalled-after must be positive");
    require(!hedgeAfter.isNegative(), "hedge-after must not be negative");
    require(concurrency > 0, "concurrency must be positive");
    require(probeInterval.isPositive(), "probe-interval must be positive");
  }

  /** What a chain has whose operator said nothing. */
  @SuppressWarnings("NullAway") // the constructor turns null into the default
  public static NodePolicy usual() {
    return new NodePolicy(0, 0, null, 0, null, null, 0, null);
  }

  /** How many of this many providers must agree. */
  int quorumOf(int providers) {
    return quorum == 0 ? providers / 2 + 1 : quorum;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("settlement.chains: nodes: " + otherwise);
    }
  }
}
