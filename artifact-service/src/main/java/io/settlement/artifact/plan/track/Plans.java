// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.events.ArtifactEvent.PlanState;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans; each method is a fixed number of statements, whatever the number of rows. */
@Repository
public class Plans {
  private final JdbcClient jdbc;
  private final Steps steps;

  Plans(JdbcClient jdbc, Steps steps) {
    this.jdbc = jdbc;
    this.steps = steps;
  }

  /**
   * What a partner asked for.
   *
   * @param key the partner's own name of the request; null when it has none
   * @param hash Keccak-256 of what was asked
   */
  public record Request(String partner, @Nullable String key, String hash) {}

  /** Which of a partner's plans. */
  public record Filter(
      String partner, @Nullable EvmAddress owner, @Nullable PlanState state, long before) {}

  /** What was made under a request of this name, and the hash of what was asked. */
  public record Asked(UUID id, String hash) {}

  /**
   * A new plan.
   *
   * @return empty when the partner made one under the same name of a request
   */
  public Optional<Plan> add(Request request, EvmAddress owner, List<Step> planned, Instant now) {
    UUID id = UUID.randomUUID();
    return jdbc.sql(
            """
            insert into plan (id, partner, idempotency_key, request, owner, state, created_at)
            values (?, ?, ?, ?, ?, 'RUNNING', ?::timestamptz)
            on conflict (partner, idempotency_key) where idempotency_key is not null do nothing
            returning number
            """)
        .param(id)
        .param(request.partner())
        .param(request.key())
        .param(request.hash())
        .param(owner.hex())
        .param(now.toString())
        .query(Long.class)
        .optional()
        .map(
            number ->
                new Plan(number, id, request.partner(), owner, now, PlanState.RUNNING, planned));
  }

  /** What was made under a partner's name of a request. */
  public Optional<Asked> asked(String partner, String key) {
    return jdbc.sql("select id, request from plan where partner = ? and idempotency_key = ?")
        .params(partner, key)
        .query((row, n) -> new Asked(row.getObject("id", UUID.class), row.getString("request")))
        .optional();
  }

  /** How many of a partner's plans have not ended. */
  public long countOpen(String partner) {
    return jdbc.sql("select count(*) from plan where partner = ? and ended_at is null")
        .param(partner)
        .query(Long.class)
        .single();
  }

  /** How many plans are in a state that is no end. */
  public long countOpen(PlanState state) {
    return jdbc.sql("select count(*) from plan where state = ? and ended_at is null")
        .param(state.name())
        .query(Long.class)
        .single();
  }

  /** A partner's plan. */
  public Optional<Plan> find(String partner, UUID id) {
    return whole(
            jdbc.sql("select * from plan where partner = ? and id = ?")
                .params(partner, id)
                .query((row, n) -> read(row))
                .list())
        .stream()
        .findFirst();
  }

  /** A page of a partner's plans, newest first. */
  public List<Plan> page(Filter filter, int limit) {
    EvmAddress owner = filter.owner();
    PlanState state = filter.state();
    return whole(
        jdbc.sql(
                """
                select * from plan where partner = :partner and number < :before
                   and (:owner::text is null or owner = :owner)
                   and (:state::text is null or state = :state)
                 order by number desc limit :limit
                """)
            .param("partner", filter.partner())
            .param("before", filter.before())
            .param("owner", owner == null ? null : owner.hex())
            .param("state", state == null ? null : state.name())
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list());
  }

  /** These, oldest first, held until the transaction ends. */
  public List<Plan> lock(Collection<Long> numbers) {
    return whole(
        jdbc.sql(
                "select * from plan where number = any(:numbers::bigint[]) order by number for"
                    + " update")
            .param("numbers", Columns.of(numbers, number -> number))
            .query((row, n) -> read(row))
            .list());
  }

  private List<Plan> whole(List<Plan> plans) {
    if (!plans.isEmpty()) {
      Map<Long, List<Step>> of = steps.of(plans.stream().map(Plan::number).toList());
      for (Plan plan : plans) {
        plan.steps.addAll(of.getOrDefault(plan.number, List.of()));
        plan.settled();
      }
    }
    return plans;
  }

  /** Keeps what changed. */
  public void save(Collection<Plan> plans, Instant now) {
    if (plans.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update plan p set state = c.state, reason = c.reason, ended_at = c.ended_at
              from unnest(:numbers::bigint[], :states::text[], :reasons::text[],
                          :ended::timestamptz[]) as c (number, state, reason, ended_at)
             where p.number = c.number
            """)
        .param("numbers", Columns.of(plans, plan -> plan.number))
        .param("states", Columns.of(plans, plan -> plan.state))
        .param("reasons", Columns.of(plans, plan -> plan.reason))
        .param("ended", Columns.of(plans, plan -> plan.endedAt))
        .update();
    steps.save(plans, now);
  }

  private static Plan read(ResultSet row) throws SQLException {
    Plan plan =
        new Plan(
            row.getLong("number"),
            row.getObject("id", UUID.class),
            row.getString("partner"),
            new EvmAddress(row.getString("owner")),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            PlanState.valueOf(row.getString("state")),
            new ArrayList<>());
    plan.reason = row.getString("reason");
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    plan.endedAt = ended == null ? null : ended.toInstant();
    return plan;
  }
}
