// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was decided, said, checked and done, and when: rows that are only ever added. */
@Component
class History {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  History(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * One line of the audit.
   *
   * @param action an {@link Action}, or APPLY, COMMENT, DEPLOY, CHECK, WAIVE, STEPS_DONE
   * @param said the reason, the comment, or what was found
   */
  record Entry(
      String actor,
      String action,
      @Nullable Step step,
      @Nullable OnboardingStage fromStage,
      @Nullable OnboardingStage toStage,
      String said,
      Instant at) {

    static Entry of(String actor, String action, String said, Instant at) {
      return new Entry(actor, action, null, null, null, said, at);
    }
  }

  void add(UUID application, Entry entry) {
    jdbc.sql(
            """
            insert into onboarding_entry (application, actor, action, step, from_stage, to_stage, said, at)
            values (:application, :actor, :action, :step, :from, :to, :said, :at)
            """)
        .param("application", application)
        .param("actor", entry.actor())
        .param("action", entry.action())
        .param("step", name(entry.step()))
        .param("from", name(entry.fromStage()))
        .param("to", name(entry.toStage()))
        .param("said", entry.said())
        .param("at", ApplicationTable.time(entry.at()))
        .update();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** In the order of their happening. */
  List<Entry> entries(UUID application) {
    return jdbc.sql(
            """
            select actor, action, step, from_stage, to_stage, said, at from onboarding_entry
             where application = ? order by number
            """)
        .param(application)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("step") == null ? null : Step.valueOf(row.getString("step")),
                    stage(row.getString("from_stage")),
                    stage(row.getString("to_stage")),
                    row.getString("said"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private static @Nullable OnboardingStage stage(@Nullable String name) {
    return name == null ? null : OnboardingStage.valueOf(name);
  }

  /** A check as it was found. */
  record Checked(
      Step step, String actor, Verdict verdict, List<Finding> findings, long tookMs, Instant at) {}

  void add(UUID application, Checked checked) {
    jdbc.sql(
            """
            insert into onboarding_check (application, step, actor, verdict, findings, took_ms, at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            application,
            checked.step().name(),
            checked.actor(),
            checked.verdict().name(),
            json.writeValueAsString(checked.findings()),
            checked.tookMs(),
            ApplicationTable.time(checked.at()))
        .update();
  }

  /** Newest first. */
  List<Checked> checks(UUID application, Step step, int limit) {
    return jdbc.sql(
            """
            select actor, verdict, findings, took_ms, at from onboarding_check
             where application = ? and step = ? order by number desc limit ?
            """)
        .params(application, step.name(), limit)
        .query(
            (row, number) ->
                new Checked(
                    step,
                    row.getString("actor"),
                    Verdict.valueOf(row.getString("verdict")),
                    json.readValue(row.getString("findings"), FINDINGS),
                    row.getLong("took_ms"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  /** How a step stands. */
  enum Standing {
    OPEN,
    PASSED,
    WAIVED
  }

  /** A step with its times. */
  record StepRow(Step step, Standing standing, Instant openedAt, @Nullable Instant doneAt) {

    boolean isDone() {
      return standing != Standing.OPEN;
    }

    Duration spent(Instant now) {
      return Duration.between(openedAt, doneAt == null ? now : doneAt);
    }
  }

  void open(UUID application, List<Step> steps, Instant now) {
    steps.forEach(
        step ->
            jdbc.sql(
                    """
                    insert into onboarding_step (application, step, standing, opened_at)
                    values (?, ?, 'OPEN', ?) on conflict do nothing
                    """)
                .params(application, step.name(), ApplicationTable.time(now))
                .update());
  }

  /** Whether the step was open until now. */
  boolean close(UUID application, Step step, Standing standing, Instant now) {
    return jdbc.sql(
                """
                update onboarding_step set standing = ?, done_at = ?
                 where application = ? and step = ? and standing = 'OPEN'
                """)
            .params(standing.name(), ApplicationTable.time(now), application, step.name())
            .update()
        == 1;
  }

  /** In the order of the procedure. */
  List<StepRow> steps(UUID application) {
    List<StepRow> rows =
        new ArrayList<>(
            jdbc.sql(
                    "select step, standing, opened_at, done_at from onboarding_step where"
                        + " application = ?")
                .param(application)
                .query(
                    (row, number) ->
                        new StepRow(
                            Step.valueOf(row.getString("step")),
                            Standing.valueOf(row.getString("standing")),
                            row.getTimestamp("opened_at").toInstant(),
                            ApplicationTable.instant(row.getTimestamp("done_at"))))
                .list());
    rows.sort(java.util.Comparator.comparing(StepRow::step));
    return List.copyOf(rows);
  }

  Optional<StepRow> step(UUID application, Step step) {
    return steps(application).stream().filter(row -> row.step() == step).findFirst();
  }
}
