// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Routes on probation, what was said of their days, and who decided what. */
@Component
class ProbationTable {
  private final JdbcClient jdbc;

  ProbationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A whole day of a route.
   *
   * @param counts whether it is one of the clean days that count now
   */
  record Day(LocalDate day, boolean clean, boolean counts, String why) {}

  /**
   * A decision.
   *
   * @param action BEGIN, STAGES, STAGE, GROW, FAULT or DRIFT
   * @param stage that follows from it
   */
  record Entry(RouteId route, Instant at, String actor, String action, int stage, String reason) {}

  Optional<Probation> find(RouteId route) {
    return jdbc.sql("select * from probation where route = ?")
        .param(route.toString())
        .query(ProbationTable::probation)
        .optional();
  }

  List<Probation> all() {
    return jdbc.sql("select * from probation order by route")
        .query(ProbationTable::probation)
        .list();
  }

  /** Those that days after this one are still to be judged of, without those that have passed. */
  List<Probation> judgedBefore(LocalDate day) {
    return jdbc.sql(
            """
            select * from probation
             where judged < ? and clean_days < cardinality(stages) * days_per_stage order by route
            """)
        .param(day)
        .query(ProbationTable::probation)
        .list();
  }

  void save(Probation probation) {
    jdbc.sql(
            """
            insert into probation (
              route, token, stages, window_seconds, days_per_stage, clean_days, judged, why, at)
            values (:route, :token, :stages::numeric[], :window, :days, :clean, :judged, :why, :at)
            on conflict (route) do update set
              token = excluded.token, stages = excluded.stages,
              window_seconds = excluded.window_seconds, days_per_stage = excluded.days_per_stage,
              clean_days = excluded.clean_days, judged = excluded.judged, why = excluded.why,
              at = excluded.at
            """)
        .param("route", probation.route().toString())
        .param("token", probation.token().hex())
        .param(
            "stages",
            probation.stages().stream()
                .map(amount -> amount.value().toString())
                .toArray(String[]::new))
        .param("window", probation.window().toSeconds())
        .param("days", probation.daysPerStage())
        .param("clean", probation.cleanDays())
        .param("judged", probation.judged())
        .param("why", probation.why())
        .param("at", probation.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void judge(RouteId route, Day day) {
    jdbc.sql(
            """
            insert into probation_day (route, day, clean, counts, why) values (?, ?, ?, ?, ?)
            on conflict (route, day) do update set
              clean = excluded.clean, counts = excluded.counts, why = excluded.why
            """)
        .params(route.toString(), day.day(), day.clean(), day.counts(), day.why())
        .update();
  }

  /** Whether it was one that counted; it does not any more. */
  boolean takeBack(RouteId route, LocalDate day, String why) {
    return jdbc.sql(
                """
                update probation_day set clean = false, counts = false, why = ?
                 where route = ? and day = ? and counts
                """)
            .params(why, route.toString(), day)
            .update()
        == 1;
  }

  /** No day so far counts: what comes now is counted from something else. */
  void forgetDays(RouteId route) {
    jdbc.sql("update probation_day set counts = false where route = ?")
        .param(route.toString())
        .update();
  }

  List<Day> days(RouteId route) {
    return jdbc.sql("select * from probation_day where route = ? order by day desc limit 100")
        .param(route.toString())
        .query(
            (row, number) ->
                new Day(
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("clean"),
                    row.getBoolean("counts"),
                    row.getString("why")))
        .list();
  }

  void add(Entry entry) {
    jdbc.sql(
            """
            insert into probation_entry (route, at, actor, action, stage, reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.route().toString(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.actor(),
            entry.action(),
            entry.stage(),
            entry.reason())
        .update();
  }

  /** The latest first. */
  List<Entry> entries(RouteId route) {
    return jdbc.sql("select * from probation_entry where route = ? order by id desc limit 100")
        .param(route.toString())
        .query(
            (row, number) ->
                new Entry(
                    RouteId.parse(row.getString("route")),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getInt("stage"),
                    row.getString("reason")))
        .list();
  }

  private static Probation probation(ResultSet row, int number) throws SQLException {
    return new Probation(
        RouteId.parse(row.getString("route")),
        new EvmAddress(row.getString("token")),
        amounts(row.getArray("stages")),
        Duration.ofSeconds(row.getLong("window_seconds")),
        row.getInt("days_per_stage"),
        row.getInt("clean_days"),
        row.getObject("judged", LocalDate.class),
        row.getString("why"),
        row.getTimestamp("at").toInstant());
  }

  private static List<TokenAmount> amounts(Array column) throws SQLException {
    return Arrays.stream((BigDecimal[]) column.getArray())
        .map(amount -> new TokenAmount(amount.toBigIntegerExact()))
        .toList();
  }
}
