// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are created and looked at, and how long a send may take.
 *
 * @param partitions partitions of each topic that does not exist yet: the limit of parallel
 *     readers; fewer of one that exists are reported
 * @param replication copies of each partition of a topic that does not exist yet; fewer of one that
 *     exists are reported
 * @param startupTimeout how long start-up waits for the first broker to answer
 * @param deliveryTimeout how long one record may take from send to acknowledgement
 * @param topics who owns the topics
 */
@Validated
@ConfigurationProperties("settlement.kafka")
record KafkaSettings(
    @Min(1) @DefaultValue("4") int partitions,
    @Min(1) @DefaultValue("1") short replication,
    @DefaultValue("60s") Duration startupTimeout,
    @DefaultValue("30s") Duration deliveryTimeout,
    @DefaultValue TopicSettings topics) {

  /** What follows when a topic is not as it is declared and loses facts by that. */
  enum OnDifference {
    /** The service does not start. */
    REFUSE,
    /** It is reported. */
    WARN,
    /** The topic's configuration is changed to what is declared. */
    MEND
  }

  /**
   * Who owns the topics.
   *
   * @param create whether missing topics are created; without that a missing one ends the start
   * @param differences what follows when a topic would lose facts that it should keep
   */
  record TopicSettings(
      @DefaultValue("true") boolean create, @DefaultValue("REFUSE") OnDifference differences) {}
}
