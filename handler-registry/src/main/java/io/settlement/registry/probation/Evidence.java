// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened on routes on probation. */
@Component
class Evidence {
  private final JdbcClient jdbc;

  Evidence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What can be wrong for a while. */
  enum Trouble {
    /** A chain or a handler is not as it was admitted. */
    DRIFT,
    /** The books of an artifact do not balance. */
    IMBALANCE
  }

  /** A message that a route carries. */
  record Carried(TxId txid, RouteId route, Instant at) {}

  /** Something of a message. */
  record Happened(TxId txid, Instant at, String what) {
    LocalDate day() {
      return dayOf(at);
    }
  }

  /** A fault of a route that nobody had told before. */
  record Fault(RouteId route, LocalDate day, String what) {}

  static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  void carry(Collection<Carried> messages) {
    jdbc.sql(
            """
            insert into probation_message (txid, route, at)
            select * from unnest(:txids::text[], :routes::text[], :ats::timestamptz[])
            on conflict (txid) do nothing
            """)
        .param("txids", Columns.of(messages, one -> one.txid().hex()))
        .param("routes", Columns.of(messages, Carried::route))
        .param("ats", Columns.of(messages, Carried::at))
        .update();
  }

  void settle(Collection<Happened> settled) {
    jdbc.sql(
            """
            update probation_message m set settled = s.day
              from unnest(:txids::text[], :days::date[]) as s (txid, day) where m.txid = s.txid
            """)
        .param("txids", Columns.of(settled, one -> one.txid().hex()))
        .param("days", Columns.of(settled, Happened::day))
        .update();
  }

  /** Its block was replaced: if it is sent again it will be told again. */
  void forget(Collection<TxId> orphaned) {
    jdbc.sql("delete from probation_message where txid = any (?) and settled is null")
        .param(Columns.of(orphaned, TxId::hex))
        .update();
  }

  /** Puts them down; those that are new come back. */
  List<Fault> fail(Collection<Happened> failed) {
    return jdbc.sql(
            """
            insert into probation_fault (route, day, ref, what)
            select distinct m.route, f.day, f.txid, f.what
              from unnest(:txids::text[], :days::date[], :whats::text[]) as f (txid, day, what)
              join probation_message m on m.txid = f.txid
            on conflict do nothing returning route, day, what || ' ' || ref as what
            """)
        .param("txids", Columns.of(failed, one -> one.txid().hex()))
        .param("days", Columns.of(failed, Happened::day))
        .param("whats", Columns.of(failed, Happened::what))
        .query(
            (row, number) ->
                new Fault(
                    RouteId.parse(row.getString("route")),
                    row.getObject("day", LocalDate.class),
                    row.getString("what")))
        .list();
  }

  /** Whether it is news. */
  boolean begin(Trouble kind, String subject, Instant at) {
    return jdbc.sql(
                """
                insert into probation_trouble (kind, subject, began_at)
                select :kind, :subject, :at where not exists (
                  select 1 from probation_trouble
                   where kind = :kind and subject = :subject
                     and (ended_at is null or began_at = :at))
                """)
            .param("kind", kind.name())
            .param("subject", subject)
            .param("at", time(at))
            .update()
        == 1;
  }

  void end(Trouble kind, String subject, Instant at) {
    jdbc.sql(
            """
            update probation_trouble set ended_at = greatest(began_at, :at)
             where kind = :kind and subject = :subject and ended_at is null and began_at <= :at
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("at", time(at))
        .update();
  }

  /** Routes whose artifact this is. */
  List<RouteId> routesOf(String artifact) {
    return jdbc.sql(
            """
            select distinct p.route from probation p
              join handler h on h.id in (split_part(p.route, '>', 1), split_part(p.route, '>', 2))
             where h.artifact = ? order by 1
            """)
        .param(artifact)
        .query((row, number) -> RouteId.parse(row.getString("route")))
        .list();
  }

  /**
   * A day of a route.
   *
   * @param settled messages that settled with success
   * @param faults how many, and the first of them
   * @param troubles the first that was open at some time of the day; empty when none was
   */
  record Seen(long settled, long faults, String firstFault, String troubles) {}

  Seen seen(RouteId route, LocalDate day) {
    Map<String, Object> of = new HashMap<>();
    of.put("route", route.toString());
    of.put("day", day);
    of.put("begin", time(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    of.put("end", time(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    of.put("from", route.from().toString());
    of.put("to", route.to().toString());
    of.put("fromChain", route.from().chain().value());
    of.put("toChain", route.to().chain().value());
    return jdbc.sql(
            """
            select (select count(*) from probation_message
                     where route = :route and settled = :day) as settled,
                   (select count(*) from probation_fault
                     where route = :route and day = :day) as faults,
                   (select coalesce(min(what || ' ' || ref), '') from probation_fault
                     where route = :route and day = :day) as first_fault,
                   (select coalesce(min(kind || ' of ' || subject), '') from probation_trouble
                     where began_at < :end and (ended_at is null or ended_at >= :begin)
                       and ((kind = 'DRIFT' and subject in (:from, :to, :fromChain, :toChain))
                         or (kind = 'IMBALANCE' and subject in (
                              select artifact from handler where id in (:from, :to))))) as troubles
            """)
        .params(of)
        .query(
            (row, number) ->
                new Seen(
                    row.getLong("settled"),
                    row.getLong("faults"),
                    row.getString("first_fault"),
                    row.getString("troubles")))
        .single();
  }

  /** Drops what no day to come can be judged by. */
  void forgetBefore(LocalDate day) {
    jdbc.sql("delete from probation_message where settled < :day or at < :begin")
        .param("day", day)
        .param("begin", time(day.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant()))
        .update();
    jdbc.sql("delete from probation_fault where day < ?").param(day).update();
    jdbc.sql("delete from probation_trouble where ended_at < ?")
        .param(time(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .update();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
