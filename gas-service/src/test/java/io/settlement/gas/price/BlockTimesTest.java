// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BlockTimesTest {

  @Test
  void aFinalHeadThatOvertookTheNewestOneIsAsOldAsIt() {
    BlockTimes.Pace pace = new BlockTimes.Pace(Duration.ofSeconds(1), Duration.ofSeconds(-1));

    assertThat(pace.finality()).isZero();
  }
}
