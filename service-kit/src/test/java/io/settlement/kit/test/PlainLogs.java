// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Logs of tests are read by people: lines instead of JSON, and no farewells of the broker. */
public final class PlainLogs implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "plain-logs",
                Map.of(
                    "logging.structured.format.console", "",
                    "logging.level.kafka", "OFF",
                    "logging.level.state.change.logger", "OFF",
                    "logging.level.org.apache.kafka", "ERROR")));
  }

  /** Just before the suite's defaults, which it is to win over. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1;
  }
}
