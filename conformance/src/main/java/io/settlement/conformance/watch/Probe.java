// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.watch;

import io.settlement.conformance.Unanswered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at a provider.
 *
 * @param provider its address
 * @param at when it was asked
 * @param latency of the question for the newest block, or until it was clear that there is no
 *     answer
 * @param sight what it said; empty when it did not answer all that was asked
 * @param error why not; empty when it answered
 */
public record Probe(
    URI provider,
    Instant at,
    Duration latency,
    Optional<Sight> sight,
    Optional<Unanswered.Cause> error) {

  /**
   * What a provider said.
   *
   * @param chainId EIP-155
   * @param head its newest block
   * @param finals blocks it calls final, the newest first; empty when it knows none
   * @param logs whether it serves the newest block's logs
   */
  public record Sight(long chainId, Block head, List<Block> finals, Logs logs) {
    /** Keeps its own copy. */
    public Sight {
      finals = List.copyOf(finals);
    }
  }

  /**
   * A block as a provider names it.
   *
   * @param number its height
   * @param hash in lower case
   * @param time the block's own, in whole seconds
   */
  public record Block(long number, String hash, Instant time) {}

  /** What a provider does with logs of its newest block. */
  public enum Logs {
    /** The block has none. */
    NONE,
    /** They are served. */
    SERVED,
    /** Receipts tell of logs that eth_getLogs leaves out. */
    OMITTED
  }

  /** Whether it answered, for this chain. */
  public boolean isRight(long chainId) {
    return sight.filter(seen -> seen.chainId() == chainId).isPresent();
  }
}
