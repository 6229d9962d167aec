// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was seen of a chain over hours and days; checks that need a history judge from this. */
public interface Observations {

  /** The probes of one provider, one a minute, within the last so long. */
  Uptime uptime(URI provider, Duration window);

  /** The loop of all methods against one provider, within the last so long. */
  Soak soak(URI provider, Duration window);

  /** The finalized blocks that all providers named, within the last so long. */
  Finality finality(Duration window);

  /**
   * Whether a provider was there.
   *
   * @param watched from the first probe in the window to the last
   * @param probes how many
   * @param answered how many of them were answered rightly
   */
  record Uptime(Duration watched, long probes, long answered) {}

  /**
   * How a provider stood a long load.
   *
   * @param watched from the first call in the window to the last
   * @param calls how many
   * @param failed how many were not answered or wrongly
   */
  record Soak(Duration watched, long calls, long failed) {}

  /**
   * Whether final was final.
   *
   * @param watched from the first sight in the window to the last
   * @param blocks how many heights were seen
   * @param providers how many providers named them
   * @param violations heights with two hashes, oldest first, the first hundred
   */
  record Finality(Duration watched, long blocks, int providers, List<Violation> violations) {
    /** Keeps its own copy. */
    public Finality {
      violations = List.copyOf(violations);
    }
  }

  /**
   * A finalized height with two hashes.
   *
   * @param height block number
   * @param first the hash seen first
   * @param firstBy the provider that named it
   * @param other the other hash
   * @param otherBy the provider that named that one; the same when it changed its mind
   * @param at when the other was seen
   */
  record Violation(long height, String first, URI firstBy, String other, URI otherBy, Instant at) {}

  /** No history. */
  static Observations none() {
    return new Observations() {
      @Override
      public Uptime uptime(URI provider, Duration window) {
        return new Uptime(Duration.ZERO, 0, 0);
      }

      @Override
      public Soak soak(URI provider, Duration window) {
        return new Soak(Duration.ZERO, 0, 0);
      }

      @Override
      public Finality finality(Duration window) {
        return new Finality(Duration.ZERO, 0, 0, List.of());
      }
    };
  }
}
