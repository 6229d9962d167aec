// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Finding;
import io.settlement.events.value.ChainName;
import io.settlement.registry.conformance.Run.Cause;
import io.settlement.registry.conformance.Run.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs and what they found. Leases go by the database's clock, so that instances whose clocks
 * differ agree.
 */
@Component
class RunTable {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  RunTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Whether it is a new one: a subject has one open run, and one a night. */
  boolean add(Run run, @Nullable UUID application, @Nullable LocalDate night) {
    return jdbc.sql(
                """
                insert into conformance_run (id, subject, application, chain, cause, night, actor,
                                             plan, asked_at)
                values (:id, :subject, :application, :chain, :cause, :night, :actor, :plan::jsonb,
                        :askedAt)
                on conflict do nothing
                """)
            .param("id", run.id())
            .param("subject", run.subject())
            .param("application", application)
            .param("chain", run.chain().value())
            .param("cause", run.cause().name())
            .param("night", night)
            .param("actor", run.actor())
            .param("plan", json.writeValueAsString(run.plan()))
            .param("askedAt", time(run.askedAt()))
            .update()
        == 1;
  }

  Optional<Run> find(String subject, UUID id) {
    return jdbc.sql("select * from conformance_run where subject = ? and id = ?")
        .params(subject, id)
        .query((row, number) -> run(row))
        .optional();
  }

  /** Newest first. */
  List<Run> page(String subject, int limit) {
    return jdbc.sql(
            "select * from conformance_run where subject = ? order by asked_at desc, id limit ?")
        .params(subject, limit)
        .query((row, number) -> run(row))
        .list();
  }

  /** How many are not over, of all chains. */
  int countOpen() {
    return jdbc.sql("select count(*) from conformance_run where ended_at is null")
        .query(Integer.class)
        .single();
  }

  /** When somebody last asked for one. */
  Optional<Instant> lastAsked(String subject) {
    return jdbc.sql(
            """
            select asked_at from conformance_run where subject = ? and cause = 'REQUESTED'
             order by asked_at desc limit 1
            """)
        .param(subject)
        .query((row, number) -> row.getTimestamp("asked_at").toInstant())
        .optional();
  }

  /** Takes the oldest that nobody holds, or whose holder is silent. */
  Optional<Run> take(UUID holder, Duration lease, int mostTakes) {
    return jdbc.sql(
            """
            update conformance_run
               set holder = :holder, lease_until = now() + :lease * interval '1 ms',
                   began_at = coalesce(began_at, now()), takes = takes + 1
             where id = (select id from conformance_run
                          where ended_at is null and takes < :most
                            and (lease_until is null or lease_until < now())
                          order by asked_at, id limit 1 for update skip locked)
            returning *
            """)
        .param("holder", holder)
        .param("lease", lease.toMillis())
        .param("most", mostTakes)
        .query((row, number) -> run(row))
        .optional();
  }

  /** Ends those that were taken so often and never came to their end. */
  List<Run> giveUp(int mostTakes, Instant at, String broken) {
    return jdbc.sql(
            """
            update conformance_run
               set ended_at = :at, broken = :broken, holder = null, lease_until = null
             where ended_at is null and takes >= :most
               and (lease_until is null or lease_until < now())
            returning *
            """)
        .param("at", time(at))
        .param("broken", broken)
        .param("most", mostTakes)
        .query((row, number) -> run(row))
        .list();
  }

  /** Whether it is still the holder's. */
  boolean renew(UUID run, UUID holder, Duration lease) {
    return jdbc.sql(
                """
                update conformance_run set lease_until = now() + ? * interval '1 ms'
                 where id = ? and holder = ? and ended_at is null
                """)
            .params(lease.toMillis(), run, holder)
            .update()
        == 1;
  }

  /** Lets another instance take it at once; that it was taken does not count. */
  void release(UUID run, UUID holder) {
    jdbc.sql(
            """
            update conformance_run set holder = null, lease_until = null, takes = takes - 1
             where id = ? and holder = ? and ended_at is null
            """)
        .params(run, holder)
        .update();
  }

  /** Whether it was still the holder's to end. */
  boolean end(UUID run, UUID holder, Instant at, @Nullable String broken) {
    return jdbc.sql(
                """
                update conformance_run
                   set ended_at = :at, broken = :broken, holder = null, lease_until = null
                 where id = :run and ended_at is null and holder = :holder
                """)
            .param("at", time(at))
            .param("broken", broken)
            .param("run", run)
            .param("holder", holder)
            .update()
        == 1;
  }

  /** Whether the run is still the holder's: what another one lets it find counts no more. */
  boolean add(UUID run, UUID holder, Finding finding) {
    return jdbc.sql(
                """
                insert into conformance_finding (run, requirement, finding)
                select id, :requirement, :finding::jsonb from conformance_run
                 where id = :run and holder = :holder and ended_at is null
                """)
            .param("run", run)
            .param("holder", holder)
            .param("requirement", finding.requirement())
            .param("finding", json.writeValueAsString(finding))
            .update()
        == 1;
  }

  /** By requirement. */
  Map<String, Finding> findings(UUID run) {
    Map<String, Finding> findings = new TreeMap<>();
    jdbc.sql("select requirement, finding from conformance_finding where run = ?")
        .param(run)
        .query(
            row -> {
              findings.put(
                  row.getString("requirement"),
                  json.readValue(row.getString("finding"), Finding.class));
            });
    return findings;
  }

  /** How much each of these has found; those with nothing are left out. */
  Map<UUID, Integer> counts(List<Run> runs) {
    Map<UUID, Integer> counts = new HashMap<>();
    jdbc.sql(
            "select run, count(*) as found from conformance_finding where run = any(?) group by run")
        .param(runs.stream().map(Run::id).toArray(UUID[]::new))
        .query(
            row -> {
              counts.put(row.getObject("run", UUID.class), row.getInt("found"));
            });
    return counts;
  }

  private Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        row.getString("subject"),
        new ChainName(row.getString("chain")),
        Cause.valueOf(row.getString("cause")),
        row.getString("actor"),
        json.readValue(row.getString("plan"), Plan.class),
        row.getTimestamp("asked_at").toInstant(),
        instant(row.getTimestamp("began_at")),
        instant(row.getTimestamp("ended_at")),
        row.getObject("holder") != null,
        row.getString("broken"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
