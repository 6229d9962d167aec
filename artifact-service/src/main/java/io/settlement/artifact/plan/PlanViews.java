// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.settlement.artifact.plan.PlanView.FactView;
import io.settlement.artifact.plan.PlanView.StepView;
import io.settlement.artifact.plan.act.Asset;
import io.settlement.artifact.plan.call.Calls;
import io.settlement.artifact.plan.track.Plan;
import io.settlement.artifact.plan.track.Step;
import io.settlement.events.value.ChainName;
import io.settlement.kit.sql.Columns;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows plans with what is to be signed and what counted. */
@Component
class PlanViews {
  private final Calls calls;
  private final JdbcClient jdbc;

  PlanViews(Calls calls, JdbcClient jdbc) {
    this.calls = calls;
    this.jdbc = jdbc;
  }

  private record Place(long plan, int position) {}

  PlanView of(Plan plan) {
    return of(List.of(plan)).getFirst();
  }

  List<PlanView> of(Collection<Plan> plans) {
    Map<Place, List<FactView>> facts = facts(plans);
    return plans.stream().map(plan -> view(plan, facts)).toList();
  }

  private PlanView view(Plan plan, Map<Place, List<FactView>> facts) {
    return new PlanView(
        plan.id(),
        plan.owner(),
        plan.state(),
        plan.reason(),
        plan.createdAt(),
        plan.endedAt(),
        plan.staying().stream().sorted().toList(),
        plan.steps().stream()
            .map(
                step ->
                    view(
                        plan,
                        step,
                        facts.getOrDefault(new Place(plan.number(), step.position()), List.of())))
            .toList());
  }

  private StepView view(Plan plan, Step step, List<FactView> facts) {
    return new StepView(
        step.position(),
        step.act().kind(),
        step.act().artifact(),
        step.act().chain(),
        step.state(),
        step.reason(),
        step.amount() == null ? null : step.amount().toString(),
        step.takesFrom(),
        step.compensates(),
        step.act().reverse().isPresent(),
        step.readyAt(),
        step.expiresAt(),
        step.endedAt(),
        yields(step),
        calls.of(step, plan.owner()),
        calls.payTo(step, plan.owner()).orElse(null),
        facts);
  }

  private static Map<String, String> yields(Step step) {
    Map<String, String> yields = new LinkedHashMap<>();
    List<Asset> assets = step.act().yields();
    for (int i = 0; i < step.yielded().size(); i++) {
      yields.put(assets.get(i).text(), step.yielded().get(i).toString());
    }
    return yields;
  }

  private Map<Place, List<FactView>> facts(Collection<Plan> plans) {
    Map<Place, List<FactView>> facts = new HashMap<>();
    jdbc.sql(
            """
            select * from plan_fact where plan = any(:plans::bigint[]) order by taken_at, block, fact
            """)
        .param("plans", Columns.of(plans, Plan::number))
        .query(
            row -> {
              facts
                  .computeIfAbsent(
                      new Place(row.getLong("plan"), row.getInt("position")),
                      place -> new ArrayList<>())
                  .add(
                      new FactView(
                          row.getString("fact"),
                          new ChainName(row.getString("chain")),
                          row.getLong("block"),
                          row.getString("tx_hash"),
                          row.getObject("taken_at", OffsetDateTime.class).toInstant()));
            });
    return facts;
  }
}
