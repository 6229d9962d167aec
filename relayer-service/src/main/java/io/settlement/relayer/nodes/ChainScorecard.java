// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.chain.EvmReader;
import io.settlement.chain.ProviderReport;
import io.settlement.events.value.ChainName;
import java.util.List;
import java.util.Map;

/**
 * How the providers of one chain serve this process. No address is shown: its path may hold an
 * access token.
 *
 * @param chain whose
 * @param quorum how many providers must agree on a fact
 * @param providers each of them, in the order of the configuration
 */
record ChainScorecard(ChainName chain, int quorum, List<ProviderScore> providers) {

  /**
   * One provider, since the process started.
   *
   * @param name host and port, or what the operator calls it
   * @param weight its share of the reads: as configured, the percentage that counts now, and why
   * @param state IN; LAGGING, STALLED, CONTRADICTED: asked last; RATE_LIMITED, FAILING: not asked
   * @param why what led to the state; empty when it is IN
   * @param remainingSeconds how long it will be left out at most
   * @param head newest block it has shown; -1 when it has shown none
   * @param lag blocks it is behind the others
   * @param p95Millis within which it gave 95 of its last 100 answers; 0 until it gave some
   * @param calls times it was asked; a batch is one
   * @param requests JSON-RPC requests it was sent
   * @param failures times it gave no answer, by kind
   * @param disagreements times it and others contradicted each other
   */
  record ProviderScore(
      String name,
      ProviderReport.Weight weight,
      ProviderReport.State state,
      String why,
      long remainingSeconds,
      long head,
      long lag,
      long p95Millis,
      long calls,
      long requests,
      Map<String, Long> failures,
      long disagreements) {

    static ProviderScore of(ProviderReport report) {
      return new ProviderScore(
          report.name(),
          report.weight(),
          report.state(),
          report.why(),
          report.remaining().toSeconds(),
          report.head(),
          report.lag(),
          report.p95().toMillis(),
          report.calls(),
          report.requests(),
          report.failures(),
          report.disagreements());
    }
  }

  static ChainScorecard of(EvmReader chain) {
    return new ChainScorecard(
        chain.settings().name(),
        chain.settings().quorum(),
        chain.providers().stream().map(ProviderScore::of).toList());
  }
}
