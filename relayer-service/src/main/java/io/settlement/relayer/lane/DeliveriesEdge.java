// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.EventCodec;
import io.settlement.events.Topics;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.LaneId;
import io.settlement.kit.work.Stopping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/**
 * Who owns which lane. A lane belongs to the partition its key hashes to; whoever holds the
 * partition works on the lane, from when it is opened. A record only wakes the worker: the rows say
 * what is to be done, so old records are of no interest and none is ever retried.
 */
final class DeliveriesEdge implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DeliveriesEdge.class);
  private static final String GROUP = "courier-lanes";
  private static final Duration SILENT = Duration.ofSeconds(6);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** How long it waits after Kafka refused it: its password or rights are being changed. */
  private static final Duration REFUSED = Duration.ofSeconds(10);

  private final Lanes lanes;
  private final LaneWorkers workers;
  private final KafkaMessageListenerContainer<byte[], byte[]> container;

  DeliveriesEdge(
      Lanes lanes,
      LaneWorkers workers,
      KafkaProperties properties,
      KafkaConnectionDetails connection) {
    this.lanes = lanes;
    this.workers = workers;
    Ownership ownership = new Ownership();
    lanes.onOpened(ownership::take);
    ContainerProperties container = new ContainerProperties(Topics.DELIVERIES);
    container.setGroupId(GROUP);
    container.setAuthExceptionRetryInterval(REFUSED);
    container.setConsumerRebalanceListener(ownership);
    container.setMessageListener((BatchMessageListener<byte[], byte[]>) this::wake);
    this.container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                consumer(properties, connection),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
            container);
    this.container.setBeanName(GROUP);
  }

  private static Map<String, Object> consumer(
      KafkaProperties properties, KafkaConnectionDetails connection) {
    Map<String, Object> config = new HashMap<>(properties.buildConsumerProperties());
    config.keySet().removeIf(key -> key.endsWith("deserializer"));
    config.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        String.join(",", connection.getConsumer().getBootstrapServers()));
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SILENT.toMillis());
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT.toMillis());
    return config;
  }

  private void wake(List<ConsumerRecord<byte[], byte[]>> records) {
    Set<LaneId> touched =
        records.stream().flatMap(one -> lane(one).stream()).collect(Collectors.toSet());
    touched.forEach(workers::wake);
  }

  /** A record that is not ours wakes nobody. */
  private static List<LaneId> lane(ConsumerRecord<byte[], byte[]> one) {
    try {
      return List.of(EventCodec.decode(Topics.DELIVERY_EVENTS, one.value()).lane());
    } catch (EventCodec.NotOurs | InvalidValue e) {
      log.atWarn().addKeyValue("offset", one.offset()).log("a record that is not ours: ignored");
      return List.of();
    }
  }

  /** Partitions come and go, and lanes with them; a lane may come into a partition that is held. */
  private final class Ownership implements ConsumerAwareRebalanceListener {
    private final Set<Integer> mine = new HashSet<>();
    private int count;

    @Override
    public synchronized void onPartitionsAssigned(
        Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
      count = consumer.partitionsFor(Topics.DELIVERIES).size();
      mine.addAll(numbers(partitions));
      List<LaneId> assigned = lanesOf(numbers(partitions));
      log.atInfo().addKeyValue("lanes", assigned).log("lanes assigned");
      workers.start(assigned);
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
        Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
      leave(numbers(partitions));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
      leave(numbers(partitions));
    }

    private synchronized void leave(Set<Integer> partitions) {
      if (mine.removeAll(partitions)) {
        workers.stop(lanesOf(partitions));
      }
    }

    /** A lane that was opened just now. */
    synchronized void take(Lane lane) {
      if (!mine.isEmpty() && mine.contains(partition(lane.id(), count))) {
        log.atInfo().addKeyValue("lane", lane.id()).log("lane opened");
        workers.start(List.of(lane.id()));
      }
    }

    private List<LaneId> lanesOf(Set<Integer> partitions) {
      return lanes.all().stream()
          .map(Lane::id)
          .filter(lane -> partitions.contains(partition(lane, count)))
          .toList();
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
      return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
  }

  /** Where Kafka's own partitioner puts the lane's key. */
  static int partition(LaneId lane, int partitions) {
    byte[] key = lane.toString().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  @Override
  public void start() {
    container.start();
  }

  @Override
  public void stop() {
    container.stop();
    workers.stopAll();
  }

  @Override
  public void stop(Runnable callback) {
    Stopping.beside(GROUP, this::stop, callback);
  }

  @Override
  public boolean isRunning() {
    return container.isRunning();
  }
}
