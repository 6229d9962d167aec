// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.Observations.Soak;
import io.settlement.conformance.Observations.Uptime;
import io.settlement.conformance.watch.Probe.Logs;
import io.settlement.conformance.watch.Probe.Sight;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each provider and hour: counts, and the latencies of at most sixty answers. */
@Component
class Hours {
  private final JdbcClient jdbc;

  Hours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a look to its hour.
   *
   * @param lag of its newest block
   * @param disagreements final blocks it named otherwise than they were named first
   */
  void add(Look look, Lag lag, int disagreements) {
    Instant at = look.probe().at();
    boolean sighted =
        look.sight()
            .filter(sight -> sight.finals().stream().anyMatch(FinalBlocks::isHash))
            .isPresent();
    jdbc.sql(
            """
            insert into provider_hour as h (
              provider, hour, first_at, last_at, probes, answered, errors, latencies, lag_seconds,
              lag_most_seconds, lag_most_blocks, sights, disagreements, logs_omitted, soak_calls,
              soak_failed)
            values (
              :provider, :hour, :at, :at, 1, :answered,
              case when :error::text is null then '{}' else jsonb_build_object(:error::text, 1) end,
              :latencies::integer[], :seconds, :seconds, :blocks, :sights, :disagreements, :omitted,
              :calls, :failed)
            on conflict (provider, hour) do update set
              first_at = least(h.first_at, excluded.first_at),
              last_at = greatest(h.last_at, excluded.last_at),
              probes = h.probes + 1,
              answered = h.answered + excluded.answered,
              errors = case when :error::text is null then h.errors else h.errors ||
                jsonb_build_object(:error::text, coalesce((h.errors ->> :error::text)::int, 0) + 1)
                end,
              latencies = h.latencies || excluded.latencies,
              lag_seconds = h.lag_seconds + excluded.lag_seconds,
              lag_most_seconds = greatest(h.lag_most_seconds, excluded.lag_most_seconds),
              lag_most_blocks = greatest(h.lag_most_blocks, excluded.lag_most_blocks),
              sights = h.sights + excluded.sights,
              disagreements = h.disagreements + excluded.disagreements,
              logs_omitted = h.logs_omitted + excluded.logs_omitted,
              soak_calls = h.soak_calls + excluded.soak_calls,
              soak_failed = h.soak_failed + excluded.soak_failed
            """)
        .param("provider", look.id())
        .param("hour", Rows.hour(at))
        .param("at", Rows.time(at))
        .param("answered", look.isRight() ? 1 : 0)
        .param("error", look.error().orElse(null))
        .param("latencies", look.isRight() ? "{" + micros(look.probe().latency()) + "}" : "{}")
        .param("seconds", lag.seconds())
        .param("blocks", lag.blocks())
        .param("sights", sighted ? 1 : 0)
        .param("disagreements", disagreements)
        .param(
            "omitted",
            look.sight().map(Sight::logs).filter(Logs.OMITTED::equals).isPresent() ? 1 : 0)
        .param("calls", look.soak().map(round -> round.calls()).orElse(0L))
        .param("failed", look.soak().map(round -> round.failed()).orElse(0L))
        .update();
  }

  private static long micros(Duration latency) {
    return Math.min(Integer.MAX_VALUE, latency.toNanos() / 1000);
  }

  /** What came of a burst, within an hour that was probed already. */
  void burst(String provider, Instant at, long perSecond) {
    jdbc.sql("update provider_hour set throughput = ? where provider = ? and hour = ?")
        .params(perSecond, provider, Rows.hour(at))
        .update();
  }

  /** How many probes failed within thirty days, by provider; who was never probed is missing. */
  Map<String, Long> down(Collection<String> providers, Instant now) {
    Map<String, Long> down = new HashMap<>();
    jdbc.sql(
            """
            select provider, sum(probes - answered) as down from provider_hour
             where provider = any (:providers) and hour >= :since group by provider
            """)
        .param("providers", providers.toArray(String[]::new))
        .param("since", Rows.begin(now, Rows.WINDOW))
        .query(
            row -> {
              down.put(row.getString("provider"), row.getLong("down"));
            });
    return down;
  }

  /**
   * Latency of answers.
   *
   * @param answers how many there are
   */
  record Latency(long answers, Duration p50, Duration p95, Duration p99) {}

  /** Latency within whole hours, by provider; who answered nothing is missing. */
  Map<String, Latency> latency(Collection<String> providers, Instant now, Duration window) {
    Map<String, Latency> latencies = new HashMap<>();
    jdbc.sql(
            """
            select provider, count(*) as answers,
                   percentile_disc(0.50) within group (order by micros) as p50,
                   percentile_disc(0.95) within group (order by micros) as p95,
                   percentile_disc(0.99) within group (order by micros) as p99
              from provider_hour cross join unnest(latencies) micros
             where provider = any (:providers) and hour >= :since group by provider
            """)
        .param("providers", providers.toArray(String[]::new))
        .param("since", Rows.begin(now, window))
        .query(
            row -> {
              latencies.put(
                  row.getString("provider"),
                  new Latency(
                      row.getLong("answers"),
                      ofMicros(row.getLong("p50")),
                      ofMicros(row.getLong("p95")),
                      ofMicros(row.getLong("p99"))));
            });
    return latencies;
  }

  private static Duration ofMicros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }

  /** All of a month but its latencies. */
  record Month(
      Instant first,
      Instant last,
      long probes,
      long answered,
      long lagSeconds,
      long lagMostSeconds,
      long lagMostBlocks,
      long disagreements,
      long logsOmitted,
      long soakCalls,
      long soakFailed,
      @Nullable Long throughput) {
    static final Month NOTHING =
        new Month(Instant.EPOCH, Instant.EPOCH, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);
  }

  /** The last thirty days, by provider; who was never probed is missing. */
  Map<String, Month> month(Collection<String> providers, Instant now) {
    Map<String, Month> months = new HashMap<>();
    jdbc.sql(
            """
            select provider, min(first_at) as first_at, max(last_at) as last_at,
                   sum(probes) as probes, sum(answered) as answered,
                   sum(lag_seconds) as lag_seconds, max(lag_most_seconds) as lag_most_seconds,
                   max(lag_most_blocks) as lag_most_blocks, sum(disagreements) as disagreements,
                   sum(logs_omitted) as logs_omitted, sum(soak_calls) as soak_calls,
                   sum(soak_failed) as soak_failed,
                   (array_agg(throughput order by hour desc) filter (where throughput is not null))
                     [1] as throughput
              from provider_hour
             where provider = any (:providers) and hour >= :since group by provider
            """)
        .param("providers", providers.toArray(String[]::new))
        .param("since", Rows.begin(now, Rows.WINDOW))
        .query(
            row -> {
              months.put(
                  row.getString("provider"),
                  new Month(
                      row.getTimestamp("first_at").toInstant(),
                      row.getTimestamp("last_at").toInstant(),
                      row.getLong("probes"),
                      row.getLong("answered"),
                      row.getLong("lag_seconds"),
                      row.getLong("lag_most_seconds"),
                      row.getLong("lag_most_blocks"),
                      row.getLong("disagreements"),
                      row.getLong("logs_omitted"),
                      row.getLong("soak_calls"),
                      row.getLong("soak_failed"),
                      row.getObject("throughput") == null ? null : row.getLong("throughput")));
            });
    return months;
  }

  /** Failed probes of thirty days by their class, by provider. */
  Map<String, Map<String, Long>> errors(Collection<String> providers, Instant now) {
    Map<String, Map<String, Long>> errors = new HashMap<>();
    jdbc.sql(
            """
            select provider, key, sum(value::bigint) as times
              from provider_hour cross join jsonb_each_text(errors)
             where provider = any (:providers) and hour >= :since group by provider, key
             order by key
            """)
        .param("providers", providers.toArray(String[]::new))
        .param("since", Rows.begin(now, Rows.WINDOW))
        .query(
            row -> {
              errors
                  .computeIfAbsent(row.getString("provider"), any -> new TreeMap<>())
                  .put(row.getString("key"), row.getLong("times"));
            });
    return errors;
  }

  Uptime uptime(String provider, Instant now, Duration window) {
    return jdbc.sql(
            """
            select min(first_at) as first_at, max(last_at) as last_at,
                   coalesce(sum(probes), 0) as probes, coalesce(sum(answered), 0) as answered
              from provider_hour where provider = :provider and hour >= :since
            """)
        .param("provider", provider)
        .param("since", Rows.begin(now, window))
        .query(
            (row, number) ->
                new Uptime(
                    watched(
                        row.getTimestamp("first_at"),
                        row.getTimestamp("last_at"),
                        row.getLong("probes"),
                        window),
                    row.getLong("probes"),
                    row.getLong("answered")))
        .single();
  }

  Soak soak(String provider, Instant now, Duration window) {
    return jdbc.sql(
            """
            select min(first_at) as first_at, max(last_at) as last_at,
                   coalesce(sum(least(probes, 60)), 0) as minutes,
                   coalesce(sum(soak_calls), 0) as calls, coalesce(sum(soak_failed), 0) as failed
              from provider_hour
             where provider = :provider and hour >= :since and soak_calls > 0
            """)
        .param("provider", provider)
        .param("since", Rows.begin(now, window))
        .query(
            (row, number) ->
                new Soak(
                    watched(
                        row.getTimestamp("first_at"),
                        row.getTimestamp("last_at"),
                        row.getLong("minutes"),
                        window),
                    row.getLong("calls"),
                    row.getLong("failed")))
        .single();
  }

  /**
   * Who named final blocks, and for how long somebody did.
   *
   * @param providers how many
   */
  record Sights(Duration watched, int providers) {}

  Sights sights(long chainId, Instant now, Duration window) {
    return jdbc.sql(
            """
            select min(first_at) as first_at, max(last_at) as last_at,
                   coalesce(sum(minutes), 0) as minutes,
                   (select count(distinct provider)
                      from provider_hour join provider_watch using (provider)
                     where chain_id = :chain and hour >= :since and sights > 0) as providers
              from (select hour, min(first_at) as first_at, max(last_at) as last_at,
                           least(60, max(sights)) as minutes
                      from provider_hour join provider_watch using (provider)
                     where chain_id = :chain and hour >= :since and sights > 0
                     group by hour) hours
            """)
        .param("chain", chainId)
        .param("since", Rows.begin(now, window))
        .query(
            (row, number) ->
                new Sights(
                    watched(
                        row.getTimestamp("first_at"),
                        row.getTimestamp("last_at"),
                        row.getLong("minutes"),
                        window),
                    row.getInt("providers")))
        .single();
  }

  /** What nobody looked at was not watched: no longer than there were minutes with a probe. */
  private static Duration watched(
      @Nullable Timestamp first, @Nullable Timestamp last, long minutes, Duration window) {
    if (first == null || last == null) {
      return Duration.ZERO;
    }
    Duration between = Duration.between(first.toInstant(), last.toInstant());
    return List.of(between, Duration.ofMinutes(minutes), window).stream()
        .min(Duration::compareTo)
        .orElseThrow();
  }

  void forgetBefore(Instant time) {
    jdbc.sql("delete from provider_hour where hour < ?").param(Rows.hour(time)).update();
  }
}
