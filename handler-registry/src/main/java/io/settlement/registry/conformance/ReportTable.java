// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import static io.settlement.registry.conformance.RunTable.time;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Waiver;
import io.settlement.events.value.ChainName;
import io.settlement.registry.conformance.Version.Because;
import io.settlement.registry.conformance.Version.Counts;
import io.settlement.registry.conformance.Version.Worse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports by version, and what operators waived: rows that are only ever added. */
@Component
class ReportTable {
  private static final TypeReference<List<Worse>> WORSE = new TypeReference<>() {};
  private static final String ALL =
      "select subject, version, run, chain, because, complete, verdict, counts, digest, measure,"
          + " worse, at from conformance_report ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReportTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Version version, Report report) {
    jdbc.sql(
            """
            insert into conformance_report (subject, version, run, chain, because, complete,
                                            verdict, counts, digest, measure, worse, report, at)
            values (:subject, :version, :run, :chain, :because, :complete, :verdict, :counts::jsonb,
                    :digest, :measure, :worse::jsonb, :report, :at)
            """)
        .param("subject", version.subject())
        .param("version", version.version())
        .param("run", version.run())
        .param("chain", version.chain().value())
        .param("because", version.because().name())
        .param("complete", version.complete())
        .param("verdict", version.verdict().name())
        .param("counts", json.writeValueAsString(version.counts()))
        .param("digest", version.digest())
        .param("measure", version.measure())
        .param("worse", json.writeValueAsString(version.worse()))
        .param("report", new String(report.toJson(), UTF_8))
        .param("at", time(version.at()))
        .update();
  }

  /** Newest first. */
  List<Version> page(String subject, int limit) {
    return jdbc.sql(ALL + "where subject = ? order by version desc limit ?")
        .params(subject, limit)
        .query((row, number) -> version(row))
        .list();
  }

  Optional<Version> find(String subject, int version) {
    return jdbc.sql(ALL + "where subject = ? and version = ?")
        .params(subject, version)
        .query((row, number) -> version(row))
        .optional();
  }

  Optional<Version> latest(String subject) {
    return page(subject, 1).stream().findFirst();
  }

  /** The latest in which everything was looked at. */
  Optional<Version> latestComplete(String subject) {
    return jdbc.sql(ALL + "where subject = ? and complete order by version desc limit 1")
        .param(subject)
        .query((row, number) -> version(row))
        .optional();
  }

  /** The latest complete one of each chain. */
  List<Version> latestComplete() {
    return jdbc.sql(
            ALL
                + """
                r where complete and version = (
                  select max(version) from conformance_report o
                   where o.subject = r.subject and o.complete)
                order by subject
                """)
        .query((row, number) -> version(row))
        .list();
  }

  /** What a version says, to the byte. */
  Report report(String subject, int version) {
    String text =
        jdbc.sql("select report from conformance_report where subject = ? and version = ?")
            .params(subject, version)
            .query(String.class)
            .single();
    return Report.parse(text.getBytes(UTF_8));
  }

  /**
   * An operator's word.
   *
   * @param waived false when an earlier waiver no longer stands
   */
  record Word(String requirement, boolean waived, String reason, String actor, Instant at) {}

  void add(String subject, Word word) {
    jdbc.sql(
            """
            insert into conformance_waiver (subject, requirement, waived, reason, actor, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            subject,
            word.requirement(),
            word.waived(),
            word.reason(),
            word.actor(),
            time(word.at()))
        .update();
  }

  /** Everything that was said, in its order. */
  List<Word> words(String subject) {
    return jdbc.sql(
            """
            select requirement, waived, reason, actor, at from conformance_waiver
             where subject = ? order by number
            """)
        .param(subject)
        .query(
            (row, number) ->
                new Word(
                    row.getString("requirement"),
                    row.getBoolean("waived"),
                    row.getString("reason"),
                    row.getString("actor"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  /** What stands: the last word on each requirement, where it waives. */
  List<Waiver> waivers(String subject) {
    return jdbc.sql(
            """
            select requirement, reason, actor from (
              select distinct on (requirement) * from conformance_waiver
               where subject = ? order by requirement, number desc) last
             where waived order by requirement
            """)
        .param(subject)
        .query(
            (row, number) ->
                new Waiver(
                    row.getString("requirement"), row.getString("reason"), row.getString("actor")))
        .list();
  }

  private Version version(ResultSet row) throws SQLException {
    int measure = row.getInt("measure");
    boolean first = row.wasNull();
    return new Version(
        row.getString("subject"),
        row.getInt("version"),
        row.getObject("run", UUID.class),
        new ChainName(row.getString("chain")),
        Because.valueOf(row.getString("because")),
        row.getBoolean("complete"),
        Verdict.valueOf(row.getString("verdict")),
        json.readValue(row.getString("counts"), Counts.class),
        row.getString("digest"),
        first ? null : measure,
        json.readValue(row.getString("worse"), WORSE),
        row.getTimestamp("at").toInstant());
  }
}
