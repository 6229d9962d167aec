// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import io.settlement.events.trace.Collector;
import io.settlement.kit.demo.DemoTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo service as operators see it: half of its messages traced, its meters scraped. */
@DemoTest
abstract class ObservedDemo {
  static final Collector COLLECTOR = Collector.start();

  @DynamicPropertySource
  static void observed(DynamicPropertyRegistry properties) {
    properties.add("settlement.tracing.endpoint", COLLECTOR::address);
    properties.add("settlement.tracing.share", () -> 0.5);
    properties.add("management.prometheus.metrics.export.enabled", () -> true);
  }
}
