// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.devnet.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, read and written as any consumer and any stranger could. */
public final class Facts {
  private static final Duration POLL = Duration.ofMillis(200);
  private final String broker;

  /** The topics of a broker. */
  public Facts(String broker) {
    this.broker = broker;
  }

  /**
   * A record as it lies there.
   *
   * @param json its value as text
   */
  public record Fact(
      String topic, int partition, long offset, String key, String json, Headers headers) {}

  /** Everything a topic holds now that is as wished. */
  public List<Fact> all(String topic, Predicate<Fact> wished) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = assign(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      List<Fact> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(each -> found.add(fact(each)));
      }
      return found.stream().filter(wished).toList();
    }
  }

  /** All facts about one key. */
  public List<Fact> about(String topic, String key) {
    return all(topic, fact -> fact.key().equals(key));
  }

  /** Writes a record and waits until the broker has it. */
  public void publish(String topic, String key, String value, Headers headers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  topic, null, key, value.getBytes(StandardCharsets.UTF_8), headers))
          .get();
    } catch (ExecutionException e) {
      throw new Failure("Kafka did not take a record for " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while writing to " + topic, e);
    }
  }

  /** A consumer of its own, in no group. */
  public KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            broker,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "max.poll.records",
            5000),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /** All partitions of a topic, assigned to a consumer. */
  public static List<TopicPartition> assign(KafkaConsumer<String, byte[]> consumer, String topic) {
    int count = consumer.partitionsFor(topic).size();
    List<TopicPartition> partitions =
        IntStream.range(0, count)
            .mapToObj(number -> new TopicPartition(topic, number))
            .collect(Collectors.toList());
    consumer.assign(partitions);
    return partitions;
  }

  private static Fact fact(ConsumerRecord<String, byte[]> read) {
    byte[] value = read.value();
    return new Fact(
        read.topic(),
        read.partition(),
        read.offset(),
        read.key() == null ? "" : read.key(),
        value == null ? "" : new String(value, StandardCharsets.UTF_8),
        read.headers());
  }
}
