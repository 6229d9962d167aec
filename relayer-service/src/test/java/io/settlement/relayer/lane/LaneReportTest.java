// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.relayer.world.RelayerDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LaneReportTest {
  private static final LaneSettings SETTINGS =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("settlement.relayer.courier", LaneSettings.class);

  @Test
  void whatIsDoneIsNotReadToCountWhatIsNot() {
    RelayerDatabase database = RelayerDatabase.empty();
    database.fill(
        """
        INSERT INTO lane (lane, submitter) VALUES ('Beta/0', '0x' || repeat('11', 20))
        """);
    database.fill(
        """
        INSERT INTO submission (lane, nonce, epoch, purpose, state, contract, gas_limit, calldata,
                                tx_hash, block_number, block_hash, created_at)
        SELECT 'Beta/0', i, 1, 'DELIVER', CASE WHEN i < 8000 THEN 'FINAL' ELSE 'OPEN' END, '0x', 1,
               '', '0x', 1, '0x', now()
          FROM generate_series(1, 8003) AS i
        """);
    database.fill(
        """
        INSERT INTO intent (txid, purpose, chain, lane, state, work, ready_at, submission, reason,
                            created_at)
        SELECT '0x' || i, 'DELIVER', 'Beta', 'Beta/0',
               CASE WHEN i <= 20000 THEN 'DONE' WHEN i <= 20005 THEN 'READY'
                    WHEN i <= 20009 THEN 'CLAIMED' WHEN i <= 20012 THEN 'SENT'
                    WHEN i <= 20014 THEN 'MINED' ELSE 'PARKED' END,
               '{}', now(), 1, NULL, now()
          FROM generate_series(1, 20015) AS i
        """);
    database.fill("ANALYZE");

    List<LaneReport> reports = LaneReport.all(database.jdbc(), SETTINGS);

    assertThat(reports).hasSize(1);
    LaneReport.WorkCount work = reports.getFirst().work();
    assertThat(List.of(work.ready(), work.claimed(), work.sent(), work.mined(), work.parked()))
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(work.inFlight()).isEqualTo(4);
    assertThat(database.scans().during(() -> LaneReport.all(database.jdbc(), SETTINGS)))
        .doesNotContainKeys("intent", "submission", "top_up");
  }
}
