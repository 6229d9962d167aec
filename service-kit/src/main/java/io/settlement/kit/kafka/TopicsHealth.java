// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells which topics were not as declared when the service started; they are no reason to end. */
final class TopicsHealth implements HealthIndicator {
  private final SuiteTopics topics;

  TopicsHealth(SuiteTopics topics) {
    this.topics = topics;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    topics
        .byTopic()
        .forEach(
            (topic, differences) ->
                health.withDetail(
                    topic, differences.stream().map(TopicDifference::toString).toList()));
    return health.build();
  }
}
