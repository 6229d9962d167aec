// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void takesPercentilesByNearestRank() {
    List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();
    assertThat(Figures.percentile(hundred, 50)).isEqualTo(50);
    assertThat(Figures.percentile(hundred, 95)).isEqualTo(95);
    assertThat(Figures.percentile(hundred, 99)).isEqualTo(99);
    assertThat(Figures.percentile(List.of(7L), 99)).isEqualTo(7);
    assertThat(Figures.percentile(List.of(), 50)).isZero();
  }

  @Test
  void isOneLineOfJson() {
    Figures figures =
        new Figures(
            500,
            new BigDecimal("41.5"),
            new BigDecimal("33.0"),
            3200,
            3900,
            4100,
            new BigDecimal("4100.0"),
            1100,
            1800,
            1);
    assertThat(figures.json())
        .isEqualTo(
            "{\"messages\":500,\"delivered_per_s\":41.5,\"settled_per_s\":33.0,\"p50_ms\":3200,"
                + "\"p95_ms\":3900,\"p99_ms\":4100,\"ceiling_per_s\":4100.0,"
                + "\"included_p50_ms\":1100,\"included_p99_ms\":1800,\"block_time_s\":1.0}");
  }
}
