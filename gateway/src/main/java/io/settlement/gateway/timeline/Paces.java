// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.settlement.events.value.Stage;
import io.settlement.gateway.timeline.MessageView.RouteView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * How long messages of a route took from each stage to their delivery and to their end: of the
 * latest that settled within the last days, looked at once a minute while somebody asks.
 */
@Repository
class Paces {
  private static final int MOST_ROUTES = 1_000;
  private static final int LATEST = 200;
  private static final Duration KEEP = Duration.ofMinutes(1);

  private final JdbcTemplate jdbc;
  private final LoadingCache<RouteView, Map<Stage, Pace>> known =
      Caffeine.newBuilder().maximumSize(MOST_ROUTES).expireAfterWrite(KEEP).build(this::measure);

  Paces(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * From a stage on.
   *
   * @param measured how many messages it is made of
   */
  record Pace(Stage stage, int measured, Span delivery, Span settlement) {}

  /**
   * Half of them were no slower than the first, 95 of 100 no slower than the second; below zero
   * when the stage comes later.
   */
  record Span(Duration half, Duration most) {}

  Map<Stage, Pace> of(RouteView route) {
    return known.get(route);
  }

  private Map<Stage, Pace> measure(RouteView route) {
    List<Pace> paces =
        jdbc.query(
            """
            select s.stage, count(*) as measured,
              percentile_cont(array[0.5, 0.95])
                within group (order by extract(epoch from d.at - s.at)) as delivery,
              percentile_cont(array[0.5, 0.95])
                within group (order by extract(epoch from e.at - s.at)) as settlement
            from (
              select txid from message
              where from_handler = ? and to_handler = ? and sent_at > now() - interval '2 days'
                and stage = 'SETTLED' and lines = 'LIVE'
              order by sent_at desc, seq desc limit ?) as m
            join timeline e on e.txid = m.txid and e.type = 'MessageSettled'
            join timeline d on d.txid = m.txid and d.type = 'MessageDelivered'
            join timeline s on s.txid = m.txid and s.stage is not null
            group by s.stage
            """,
            Paces::pace,
            route.from(),
            route.to(),
            LATEST);
    Map<Stage, Pace> byStage = new EnumMap<>(Stage.class);
    paces.forEach(pace -> byStage.put(pace.stage(), pace));
    return byStage;
  }

  private static Pace pace(ResultSet row, int number) throws SQLException {
    return new Pace(
        Stage.valueOf(row.getString("stage")),
        row.getInt("measured"),
        span(row, "delivery"),
        span(row, "settlement"));
  }

  private static Span span(ResultSet row, String column) throws SQLException {
    Double[] seconds = (Double[]) row.getArray(column).getArray();
    return new Span(duration(seconds[0]), duration(seconds[1]));
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
