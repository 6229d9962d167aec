// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

  @Test
  void everyMessageGoesOneWayAndHasOneSender() {
    List<LoadPlan.Way> ways =
        List.of(new LoadPlan.Way("Alpha", "Beta"), new LoadPlan.Way("Alpha", "Gamma"));
    LoadPlan plan = new LoadPlan(41, 200, ways, 10, true);
    assertThat(IntStream.range(0, 2).map(plan::share)).containsExactly(21, 20);
    assertThat(IntStream.range(0, 10).map(part -> LoadPlan.share(21, 10, part)).sum())
        .isEqualTo(21);
    assertThat(plan.senders(0)).isEqualTo(10);
    assertThat(new LoadPlan(3, 0, ways, 0, false).senders(1)).isEqualTo(1);
  }
}
