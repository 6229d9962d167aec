// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.plan.track.Fact.Began;
import io.settlement.artifact.plan.track.Fact.Came;
import io.settlement.artifact.plan.track.Fact.Failed;
import io.settlement.artifact.plan.track.Fact.Spot;
import io.settlement.artifact.plan.track.Fact.TakenBack;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.kit.sql.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which plans facts concern, and which plans are due; nothing here looks at plans that ended. */
@Repository
public class Expected {
  private final JdbcClient jdbc;

  Expected(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A step that may become ready, and the chain whose block it needs. */
  public record Due(long plan, ChainName chain) {}

  private record Seen(String sign, long block) {}

  /** Of steps that expect the same, as many of the oldest as there are facts. */
  Set<Long> plansOf(List<Fact> facts) {
    List<Seen> seen = new ArrayList<>();
    List<Awaited> awaited = new ArrayList<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Began f -> f.signs().forEach(s -> seen.add(new Seen(s.text(), f.spot().block())));
        case Came f -> awaited.add(f.awaited());
        case Failed f -> awaited.add(f.awaited());
        case TakenBack f -> awaited.add(f.awaited());
      }
    }
    return new HashSet<>(
        jdbc.sql(
                """
                select plan from plan_wait where awaited = any(:awaited)
                union
                select oldest.plan
                  from (select sign, count(*) as facts, max(block) as block
                          from unnest(:signs::text[], :blocks::bigint[]) as f (sign, block)
                         group by sign) seen
                 cross join lateral
                       (select s.plan from plan_step s
                         where s.expects = seen.sign and s.from_block <= seen.block
                         order by s.plan limit seen.facts) oldest
                """)
            .param("awaited", Columns.of(awaited, Awaited::text))
            .param("signs", Columns.of(seen, Seen::sign))
            .param("blocks", Columns.of(seen, Seen::block))
            .query((row, n) -> row.getLong("plan"))
            .list());
  }

  /** Those that counted already. */
  Set<String> taken(List<Fact> facts) {
    return new HashSet<>(
        jdbc.sql("select fact from plan_fact where fact = any(:facts)")
            .param("facts", Columns.of(facts, Fact::key))
            .query((row, n) -> row.getString("fact"))
            .list());
  }

  /** Steps that may become ready. */
  public List<Due> due(Instant now, int limit) {
    return jdbc.sql(
            """
            select plan, chain from plan_step where due_at <= ?::timestamptz
             order by due_at limit ?
            """)
        .params(now.toString(), limit)
        .query((row, n) -> new Due(row.getLong("plan"), new ChainName(row.getString("chain"))))
        .list();
  }

  /** Steps whose turn it is and that something is in the way of. */
  public long countHindered() {
    return jdbc.sql(
            "select count(*) from plan_step where due_at is not null and reason is not null")
        .query(Long.class)
        .single();
  }

  /** Plans with a step whose time is up. */
  public List<Long> expired(Instant now, int limit) {
    return jdbc.sql(
            """
            select plan from plan_step where expires_at <= ?::timestamptz
             order by expires_at limit ?
            """)
        .params(now.toString(), limit)
        .query((row, n) -> row.getLong("plan"))
        .list();
  }

  /**
   * Awaited outputs that are credited. The log of the credit may be read before it is known that
   * somebody awaits it, so what is awaited is looked up too.
   */
  public List<Fact> credited() {
    return jdbc.sql(
            """
            select o.* from plan_wait w
              join btc_output o
                on o.outpoint = substr(w.awaited, length('output:') + 1) and o.state = 'CREDITED'
             where w.awaited like 'output:%'
            """)
        .query(
            (row, n) -> {
              Hash outpoint = new Hash(row.getString("outpoint"));
              Spot spot =
                  new Spot(new ChainName(row.getString("chain")), row.getLong("block"), null);
              return (Fact)
                  Came.credited(outpoint, spot, row.getBigDecimal("amount").toBigIntegerExact());
            })
        .list();
  }
}
