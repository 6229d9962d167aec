// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real Kafka broker in this process. */
public final class KafkaBroker implements AutoCloseable {
  private final EmbeddedKafkaKraftBroker broker;

  private KafkaBroker(EmbeddedKafkaKraftBroker broker) {
    this.broker = broker;
  }

  /** Starts one that knows no topic and creates none by itself. */
  public static KafkaBroker start() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1"));
    broker.afterPropertiesSet();
    return new KafkaBroker(broker);
  }

  /** Its address, as bootstrap.servers wants it. */
  public String address() {
    return broker.getBrokersAsString();
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
