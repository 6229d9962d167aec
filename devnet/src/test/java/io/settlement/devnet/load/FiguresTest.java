// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
  void isOneFlatLineOfJson() {
    Figures figures =
        new Figures(
            new Figures.Load(500, 100, 250, 1, 12),
            new Figures.Speed(
                new BigDecimal("41.5"),
                new BigDecimal("33.0"),
                new BigDecimal("35.0"),
                new BigDecimal("4100.0")),
            new Figures.Delay(3200, 3900, 4100, 1100, 1800, 5000, 7000),
            new Figures.Cost(
                Map.of("relayer", 1.25), new BigDecimal("1.3"), Map.of("relayer", 900.0)),
            new Figures.Proof(0, 0, true));
    assertThat(figures.json())
        .isEqualTo(
            "{\"messages\":500,\"warm_up\":100,\"rate_per_s\":250.0,\"destinations\":1,"
                + "\"sent_late_ms\":12,\"delivered_per_s\":41.5,\"settled_per_s\":33.0,"
                + "\"sustained_per_s\":35.0,\"ceiling_per_s\":4100.0,\"p50_ms\":3200,"
                + "\"p95_ms\":3900,\"p99_ms\":4100,\"included_p50_ms\":1100,"
                + "\"included_p99_ms\":1800,\"due_to_settled_p50_ms\":5000,"
                + "\"due_to_settled_p99_ms\":7000,\"cpu_s_per_1000\":{\"relayer\":1.25},"
                + "\"cpu_s_per_1000_total\":1.3,\"rpc_per_1000\":{\"relayer\":900.0},"
                + "\"lost\":0,\"duplicated\":0,\"exact\":true}");
  }

  @Test
  void addsAMetricUpOverItsTags() {
    String metrics =
        """
        # HELP settlement_rpc_calls_seconds a
        settlement_rpc_calls_seconds_count{chain="Alpha",method="eth_call"} 12
        settlement_rpc_calls_seconds_count{chain="Beta",method="eth_call"} 3.0
        settlement_rpc_calls_seconds_count_other 99
        plain 4.5E1
        """;
    assertThat(Meters.sum(metrics, "settlement_rpc_calls_seconds_count")).isEqualTo(15);
    assertThat(Meters.sum(metrics, "plain")).isEqualTo(45);
    assertThat(Meters.sum(metrics, "absent")).isZero();
  }
}
