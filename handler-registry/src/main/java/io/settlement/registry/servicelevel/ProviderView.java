// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import io.settlement.registry.servicelevel.Hours.Latency;
import io.settlement.registry.servicelevel.Hours.Month;
import io.settlement.registry.servicelevel.WatchList.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider over thirty days.
 *
 * @param name host and port
 * @param watched whether somebody still names it
 * @param watchedSince the first look at it
 * @param lastProbeAt null when it was never reached for a look
 * @param uptime rightly answered probes
 * @param down probes, one a minute, that were not
 * @param errors what those were, by class
 * @param latencyP50 of a question for the newest block, whole answer
 * @param lagMean how far its newest block was behind the others', by the blocks' times
 * @param disagreements final blocks it named with another hash than was named first
 * @param omittedLogs probes whose newest block had logs that it left out
 * @param throughput answers a second in the last burst
 * @param soakFailures of the loop of all methods
 * @param breached levels it does not keep now
 */
record ProviderView(
    ProviderId provider,
    ChainName chain,
    long chainId,
    String name,
    String operator,
    boolean watched,
    Instant watchedSince,
    @Nullable Instant lastProbeAt,
    Figure uptime,
    Figure down,
    Map<String, Long> errors,
    Figure latencyP50,
    Figure latencyP95,
    Figure latencyP99,
    Figure lagMean,
    Figure lagMost,
    Figure lagMostBlocks,
    Figure disagreements,
    Figure omittedLogs,
    Figure throughput,
    Figure soakFailures,
    List<Breach> breached) {
  private static final String PERCENT = "percent";
  private static final String SECONDS = "s";

  /**
   * A measurement.
   *
   * @param value measured, in its unit; null when nothing is known
   * @param since when the first probe was that it is made of; null when there was none
   */
  record Figure(@Nullable Double value, String unit, @Nullable Instant since) {}

  static ProviderView of(
      Watched watched, @Nullable Month month, @Nullable Latency latency, Map<String, Long> errors) {
    Month sums = month == null ? Month.NOTHING : month;
    Figures of = new Figures(month == null ? null : month.first());
    return new ProviderView(
        watched.provider(),
        watched.chain(),
        watched.chainId(),
        watched.name(),
        watched.operator(),
        watched.watched(),
        watched.since(),
        month == null ? null : month.last(),
        of.ratio(100 * sums.answered(), sums.probes(), PERCENT),
        of.count(sums.probes() - sums.answered(), "minutes"),
        errors,
        of.millis(latency == null ? null : latency.p50()),
        of.millis(latency == null ? null : latency.p95()),
        of.millis(latency == null ? null : latency.p99()),
        of.ratio(sums.lagSeconds(), sums.answered(), SECONDS),
        of.count(sums.lagMostSeconds(), SECONDS),
        of.count(sums.lagMostBlocks(), "blocks"),
        of.count(sums.disagreements(), "blocks"),
        of.count(sums.logsOmitted(), "probes"),
        of.known(sums.throughput(), "answers a second"),
        of.ratio(100 * sums.soakFailed(), sums.soakCalls(), PERCENT),
        watched.standing().breached());
  }

  /**
   * Figures of one window.
   *
   * @param since its first probe; null when there was none
   */
  private record Figures(@Nullable Instant since) {
    Figure count(long value, String unit) {
      return known(since == null ? null : value, unit);
    }

    Figure known(@Nullable Long value, String unit) {
      return new Figure(value == null ? null : value.doubleValue(), unit, since);
    }

    Figure ratio(long part, long whole, String unit) {
      return new Figure(whole == 0 ? null : (double) part / whole, unit, since);
    }

    Figure millis(@Nullable Duration value) {
      return new Figure(value == null ? null : value.toNanos() / 1e6, "ms", since);
    }
  }
}
