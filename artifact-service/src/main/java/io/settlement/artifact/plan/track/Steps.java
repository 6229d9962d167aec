// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.Sign;
import io.settlement.artifact.plan.track.Plan.Taken;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The steps of plans, what they wait for, and the facts that counted for them. */
@Repository
class Steps {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  Steps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(long plan, Step step) {}

  private record Wait(long plan, int position, String awaited) {}

  private record Fact(long plan, Taken taken) {}

  /** By the numbers of their plans. */
  Map<Long, List<Step>> of(Collection<Long> plans) {
    Map<Long, Map<Integer, Step>> steps = new LinkedHashMap<>();
    jdbc.sql(
            """
            select * from plan_step where plan = any(:plans::bigint[]) order by plan, position
            """)
        .param("plans", Columns.of(plans, plan -> plan))
        .query((row, n) -> new Row(row.getLong("plan"), read(row)))
        .list()
        .forEach(
            row ->
                steps
                    .computeIfAbsent(row.plan(), plan -> new LinkedHashMap<>())
                    .put(row.step().position, row.step()));
    jdbc.sql("select * from plan_wait where plan = any(:plans::bigint[])")
        .param("plans", Columns.of(plans, plan -> plan))
        .query(
            (row, n) ->
                new Wait(row.getLong("plan"), row.getInt("position"), row.getString("awaited")))
        .list()
        .forEach(
            wait -> {
              Map<Integer, Step> known = Objects.requireNonNull(steps.get(wait.plan()));
              Objects.requireNonNull(known.get(wait.position())).waits.add(wait.awaited());
            });
    return steps.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.copyOf(one.getValue().values())));
  }

  void save(Collection<Plan> plans, Instant now) {
    List<Row> rows = new ArrayList<>();
    List<Wait> waits = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    List<String> released = new ArrayList<>();
    for (Plan plan : plans) {
      for (Step step : plan.steps) {
        if (step.changed) {
          rows.add(new Row(plan.number, step));
        }
        step.waits.forEach(one -> waits.add(new Wait(plan.number, step.position, one)));
      }
      plan.taken.forEach(one -> facts.add(new Fact(plan.number, one)));
      released.addAll(plan.released);
    }
    keep(rows);
    keepWaits(plans, waits);
    forget(released);
    keepFacts(facts, now);
  }

  private void keep(List<Row> rows) {
    jdbc.sql(
            """
            insert into plan_step (plan, position, kind, chain, act, patience, takes_from, compensates,
                                   state, amount, reason, due_at, ready_at, expires_at, ended_at,
                                   from_block, expects, yields)
            select s.plan, s.position, s.kind, s.chain, s.act, s.patience, s.takes_from, s.compensates,
                   s.state, s.amount, s.reason, s.due_at, s.ready_at, s.expires_at, s.ended_at,
                   s.from_block, s.expects, s.yields::numeric[]
              from unnest(:plans::bigint[], :positions::int[], :kinds::text[], :chains::text[],
                          :acts::jsonb[],
                          :patiences::bigint[], :sources::int[], :compensates::int[],
                          :states::text[], :amounts::numeric[], :reasons::text[],
                          :due::timestamptz[], :ready::timestamptz[], :expires::timestamptz[],
                          :ended::timestamptz[], :fromBlocks::bigint[], :expected::text[],
                          :yields::text[])
                as s (plan, position, kind, chain, act, patience, takes_from, compensates, state, amount,
                      reason, due_at, ready_at, expires_at, ended_at, from_block, expects, yields)
            on conflict (plan, position) do update set
              state = excluded.state, amount = excluded.amount, reason = excluded.reason,
              due_at = excluded.due_at, ready_at = excluded.ready_at,
              expires_at = excluded.expires_at, ended_at = excluded.ended_at,
              from_block = excluded.from_block, expects = excluded.expects,
              yields = excluded.yields
            """)
        .param("plans", Columns.of(rows, Row::plan))
        .param("positions", of(rows, step -> step.position))
        .param("kinds", of(rows, step -> step.act.kind()))
        .param("chains", of(rows, step -> step.act.chain()))
        .param("acts", of(rows, step -> JSON.writerFor(Act.class).writeValueAsString(step.act)))
        .param("patiences", of(rows, step -> step.patience.toSeconds()))
        .param("sources", of(rows, step -> step.takesFrom))
        .param("compensates", of(rows, step -> step.compensates))
        .param("states", of(rows, step -> step.state))
        .param("amounts", of(rows, step -> step.amount))
        .param("reasons", of(rows, step -> step.reason))
        .param("due", of(rows, step -> step.dueAt))
        .param("ready", of(rows, step -> step.readyAt))
        .param("expires", of(rows, step -> step.expiresAt))
        .param("ended", of(rows, step -> step.endedAt))
        .param("fromBlocks", of(rows, step -> step.fromBlock))
        .param("expected", of(rows, step -> step.expects))
        .param("yields", of(rows, step -> array(step.yields)))
        .update();
  }

  private interface Cell {
    @Nullable Object of(Step step);
  }

  private static @Nullable String[] of(List<Row> rows, Cell cell) {
    return Columns.of(rows, row -> cell.of(row.step()));
  }

  private static @Nullable String array(@Nullable List<BigInteger> amounts) {
    return amounts == null
        ? null
        : amounts.stream().map(BigInteger::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /** Who waits first has it: of two steps that can be meant, one is left to its time. */
  private void keepWaits(Collection<Plan> plans, List<Wait> waits) {
    jdbc.sql("delete from plan_wait where plan = any(:plans::bigint[])")
        .param("plans", Columns.of(plans, Plan::number))
        .update();
    if (!waits.isEmpty()) {
      jdbc.sql(
              """
              insert into plan_wait (awaited, plan, position)
              select * from unnest(:awaited::text[], :plans::bigint[], :positions::int[])
              on conflict (awaited) do nothing
              """)
          .param("awaited", Columns.of(waits, Wait::awaited))
          .param("plans", Columns.of(waits, Wait::plan))
          .param("positions", Columns.of(waits, Wait::position))
          .update();
    }
  }

  private void forget(List<String> facts) {
    if (!facts.isEmpty()) {
      jdbc.sql("delete from plan_fact where fact = any(:facts)")
          .param("facts", Columns.of(facts, fact -> fact))
          .update();
    }
  }

  private void keepFacts(List<Fact> facts, Instant now) {
    if (facts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into plan_fact (fact, plan, position, chain, block, tx_hash, taken_at)
            select f.*, :now::timestamptz
              from unnest(:facts::text[], :plans::bigint[], :positions::int[], :chains::text[],
                          :blocks::bigint[], :txs::text[]) as f
            """)
        .param("now", now.toString())
        .param("facts", Columns.of(facts, fact -> fact.taken().key()))
        .param("plans", Columns.of(facts, Fact::plan))
        .param("positions", Columns.of(facts, fact -> fact.taken().position()))
        .param("chains", Columns.of(facts, fact -> fact.taken().spot().chain()))
        .param("blocks", Columns.of(facts, fact -> fact.taken().spot().block()))
        .param("txs", Columns.of(facts, fact -> fact.taken().spot().txHash()))
        .update();
  }

  private static Step read(ResultSet row) throws SQLException {
    Step step =
        new Step(
            row.getInt("position"),
            JSON.readValue(row.getString("act"), Act.class),
            Duration.ofSeconds(row.getLong("patience")),
            row.getObject("takes_from", Integer.class),
            row.getObject("compensates", Integer.class));
    step.state = StepState.valueOf(row.getString("state"));
    BigDecimal amount = row.getBigDecimal("amount");
    step.amount = amount == null ? null : amount.toBigIntegerExact();
    step.reason = row.getString("reason");
    step.dueAt = instant(row, "due_at");
    step.readyAt = instant(row, "ready_at");
    step.expiresAt = instant(row, "expires_at");
    step.endedAt = instant(row, "ended_at");
    step.fromBlock = row.getObject("from_block", Long.class);
    String expects = row.getString("expects");
    step.expects = expects == null ? null : new Sign(expects);
    step.yields = amounts(row.getArray("yields"));
    return step;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable List<BigInteger> amounts(@Nullable Array array) throws SQLException {
    return array == null
        ? null
        : Arrays.stream((BigDecimal[]) array.getArray())
            .map(BigDecimal::toBigIntegerExact)
            .toList();
  }
}
