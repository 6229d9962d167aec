// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class GasUnitsTest extends GasTest {
  @Autowired GasUnits units;
  @Autowired JdbcClient jdbc;

  @Test
  void learnsWhatMostOfTheNewestMessagesOfTheRouteUsed() {
    RouteId route = Story.randomRoute();
    measured(route, 50, 900_000);
    for (int i = 1; i <= 200; i++) {
      measured(route, 1, 1_000L * i);
    }

    assertThat(units.learned(List.of(route, Story.randomRoute())))
        .isEqualTo(Map.of(route, Map.of(Leg.DELIVERY, new Gas(140_000))));
  }

  @Test
  void doesNotJudgeByAFewMessages() {
    RouteId route = Story.randomRoute();
    measured(route, 9, 100_000);
    assertThat(units.learned(List.of(route))).isEmpty();

    measured(route, 1, 100_000);
    assertThat(units.learned(List.of(route))).containsKey(route);
  }

  @Test
  void forgetsWhatNoLongerCounts() {
    RouteId route = Story.randomRoute();
    measured(route, 250, 100_000);

    units.forget();

    assertThat(
            jdbc.sql("select count(*) from leg_sample where route = ?")
                .param(route.toString())
                .query(Long.class)
                .single())
        .isEqualTo(200);
  }

  private void measured(RouteId route, int messages, long gas) {
    for (int i = 0; i < messages; i++) {
      jdbc.sql(
              """
              insert into leg_sample (txid, leg, route, gas_used)
              values (gen_random_uuid()::text, 'DELIVERY', ?, ?)
              """)
          .params(route.toString(), gas)
          .update();
    }
  }
}
