// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Kafka clients of bytes, configured by {@code spring.kafka} like everything else. */
public final class KafkaClients {
  private static final int REQUEST_TIMEOUT_MS = 10_000;
  private static final int LINGER_MS = 100;
  private static final int BATCH_BYTES = 256 * 1024;

  private final KafkaProperties properties;
  private final KafkaConnectionDetails connection;
  private final KafkaSettings settings;
  private final MeterRegistry meters;

  KafkaClients(
      KafkaProperties properties,
      KafkaConnectionDetails connection,
      KafkaSettings settings,
      MeterRegistry meters) {
    this.properties = properties;
    this.connection = connection;
    this.settings = settings;
    this.meters = meters;
  }

  /** A sender with a producer of its own. */
  public RecordSender sender(String clientId) {
    Map<String, Object> config = new HashMap<>(properties.buildProducerProperties());
    reach(config, connection.getProducer().getBootstrapServers(), clientId);
    int delivery = Math.toIntExact(settings.deliveryTimeout().toMillis());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // Whoever sends flushes: until then a batch of records waits to be one request, not hundreds.
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(delivery, REQUEST_TIMEOUT_MS));
    return new RecordSender(config, meters);
  }

  /** A consumer in no group, which reads what it is assigned and commits nothing. */
  public Consumer<byte[], byte[]> reader(String clientId) {
    Map<String, Object> config = new HashMap<>(properties.buildConsumerProperties());
    reach(config, connection.getConsumer().getBootstrapServers(), clientId);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.keySet().removeIf(key -> key.endsWith("deserializer"));
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  Map<String, Object> admin() {
    Map<String, Object> config = new HashMap<>(properties.buildAdminProperties());
    reach(config, connection.getAdmin().getBootstrapServers(), "topics");
    return config;
  }

  private static void reach(Map<String, Object> config, List<String> servers, String clientId) {
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", servers));
    config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
  }
}
