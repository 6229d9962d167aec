// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong with lanes. None of it turns the status: the other lanes go on, and an instance
 * that is taken out of service delivers nothing at all.
 */
final class LaneHealth implements HealthIndicator {
  private final JdbcClient jdbc;
  private final LaneSettings settings;

  LaneHealth(JdbcClient jdbc, LaneSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    LaneReport.all(jdbc, settings)
        .forEach(
            report ->
                health.withDetail(
                    report.lane().toString(),
                    report.alarms().isEmpty() ? "well" : String.join(", ", report.alarms())));
    return health.build();
  }
}
