// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are created, and how long a send may take.
 *
 * @param partitions partitions of each topic that does not exist yet: the limit of parallel readers
 * @param replication copies of each partition of a topic that does not exist yet
 * @param startupTimeout how long start-up waits for the first broker to answer
 * @param deliveryTimeout how long one record may take from send to acknowledgement
 */
@Validated
@ConfigurationProperties("settlement.kafka")
record KafkaSettings(
    @Min(1) @DefaultValue("4") int partitions,
    @Min(1) @DefaultValue("1") short replication,
    @DefaultValue("60s") Duration startupTimeout,
    @DefaultValue("30s") Duration deliveryTimeout) {}
