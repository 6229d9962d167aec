// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.gas.GasSettings;
import io.settlement.kit.sql.Columns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Units of gas that messages of a route really used. */
@Repository
public class GasUnits {
  private final JdbcClient jdbc;
  private final GasSettings.Learning learning;

  GasUnits(JdbcClient jdbc, GasSettings settings) {
    this.jdbc = jdbc;
    this.learning = settings.learning();
  }

  /** Learns from those of these messages that were measured; a repeat changes nothing. */
  public void learn(Collection<TxId> txids) {
    jdbc.sql(
            """
            insert into leg_sample (txid, leg, route, gas_used)
            select a.txid, m.leg, a.route, m.gas
              from gas_account a
             cross join lateral (values ('DELIVERY', a.delivery_gas), ('CALLBACK', a.callback_gas),
                                        ('REFUND', a.refund_gas)) as m (leg, gas)
             where a.txid = any(:txids) and a.route is not null and m.gas is not null
            on conflict do nothing
            """)
        .param("txids", Columns.of(txids, TxId::hex))
        .update();
  }

  /** The learned units of routes; a leg with too few measurements is absent. */
  Map<RouteId, Map<Leg, Gas>> learned(Collection<RouteId> routes) {
    Map<RouteId, Map<Leg, Gas>> learned = new HashMap<>();
    jdbc.sql(
            """
            select r.route, l.leg,
                   percentile_disc(:percentile) within group (order by s.gas_used) as gas
              from unnest(:routes::text[]) as r (route)
             cross join unnest(array['DELIVERY', 'CALLBACK', 'REFUND']) as l (leg)
             cross join lateral (
                   select gas_used from leg_sample
                    where route = r.route and leg = l.leg order by id desc limit :window) s
             group by r.route, l.leg having count(*) >= :after
            """)
        .param("percentile", learning.percentile().doubleValue())
        .param("routes", Columns.of(routes, route -> route))
        .param("window", learning.window())
        .param("after", learning.after())
        .query(
            row -> {
              learned
                  .computeIfAbsent(
                      RouteId.parse(row.getString("route")), route -> new EnumMap<>(Leg.class))
                  .put(Leg.valueOf(row.getString("leg")), new Gas(row.getLong("gas")));
            });
    return learned;
  }

  /** Forgets what no longer counts. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void forget() {
    jdbc.sql(
            """
            delete from leg_sample where id in (
              select id from (
                select id, row_number() over (partition by route, leg order by id desc) as age
                  from leg_sample) s
               where age > ?)
            """)
        .param(learning.window())
        .update();
  }
}
