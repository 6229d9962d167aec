// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.Map;

/**
 * How one provider has served since the process started.
 *
 * @param name host and port, or what the operator calls it
 * @param weight its share of the reads beside the others'
 * @param state whether it is asked
 * @param why what led to the state, in words; empty when it is {@link State#IN}
 * @param remaining how long it will stay left out at most; zero when nothing but the provider
 *     itself decides
 * @param head newest block it has shown; -1 when it has shown none
 * @param lag blocks it is behind the others
 * @param p95 within which it gave 95 of its last 100 answers; zero until it gave some
 * @param calls times it was asked; a batch is one
 * @param requests JSON-RPC requests it was sent, which is what most providers bill
 * @param failures times it gave no answer, by kind
 * @param disagreements times the others' agreement contradicted it, or nobody's did
 */
public record ProviderReport(
    String name,
    Weight weight,
    State state,
    String why,
    Duration remaining,
    long head,
    long lag,
    Duration p95,
    long calls,
    long requests,
    Map<String, Long> failures,
    long disagreements) {

  /** Whether a provider is asked. */
  public enum State {
    /** It takes its share. */
    IN,
    /** It is too many blocks behind; asked last. */
    LAGGING,
    /** It is behind and shows the same block since long; asked last. */
    STALLED,
    /** The quorum contradicted it; asked last. */
    CONTRADICTED,
    /** It asked to be left alone; not asked. */
    RATE_LIMITED,
    /** It failed several times in a row; not asked. */
    FAILING
  }

  /**
   * A share of the reads.
   *
   * @param configured by the operator; a positive number
   * @param percent of that which counts now, 1 to 100
   * @param why it is not all of it, in words; empty when it is
   */
  public record Weight(int configured, int percent, String why) {

    /** What counts now, in hundredths. */
    long share() {
      return (long) configured * percent;
    }
  }

  /** Keeps its own map. */
  public ProviderReport {
    failures = Map.copyOf(failures);
  }
}
